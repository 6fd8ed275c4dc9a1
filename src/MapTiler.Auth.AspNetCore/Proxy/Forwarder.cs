using System.Net;
using MapTiler.AspNetCore.Cache;
using MapTiler.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Yarp.ReverseProxy.Forwarder;

namespace MapTiler.AspNetCore.Proxy;

/// <summary>Streams a file from MapTiler to the browser without changing its compression.</summary>
internal sealed class Forwarder(IHttpForwarder forwarder, Upstream upstream, CachePolicy cachePolicy) : IFileSender
{
    private static readonly ForwarderRequestConfig Config = new()
    {
        ActivityTimeout = TimeSpan.FromSeconds(30),
        Version = HttpVersion.Version20,
        VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
    };

    public async Task SendAsync(HttpContext context, Account account, Uri url, string? session)
    {
        context.Request.Headers.Upgrade = default; // protocol upgrades are not supported
        context.Features.Set<IHttpRequestBodyDetectionFeature>(WithoutBody.Instance); // the body of a GET request is not forwarded
        var transformer = new FileTransformer(SessionParameter.AppendTo(url, session), cachePolicy);
        var error = await forwarder.SendAsync(context, account.PublicApi.Urls.BaseUrl, upstream.Invoker, Config, transformer).ConfigureAwait(false);
        if (transformer.Failure is { } failure)
            throw failure;
        if (error == ForwarderError.None || context.RequestAborted.IsCancellationRequested || context.Response.HasStarted)
            return; // if the connection fails during the response, the browser detects it

        var cause = context.Features.Get<IForwarderErrorFeature>()?.Exception;
        throw error is ForwarderError.RequestTimedOut ? UpstreamErrors.Timeout(cause) : UpstreamErrors.NoResponse(cause);
    }

    private sealed class WithoutBody : IHttpRequestBodyDetectionFeature
    {
        public static readonly WithoutBody Instance = new();

        public bool CanHaveBody => false;
    }
}
