using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Yarp.ReverseProxy.Forwarder;

namespace MapTiler.AspNetCore;

/// <summary>Passes a file through while it arrives, compressed as it is.</summary>
internal sealed class Forwarder(IHttpForwarder forwarder, Upstream upstream, CachePolicy cachePolicy) : IDelivery
{
    private static readonly ForwarderRequestConfig Config = new()
    {
        ActivityTimeout = TimeSpan.FromSeconds(30),
        Version = HttpVersion.Version20,
        VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
    };

    public async Task SendAsync(HttpContext context, Account account, Uri address, string? session)
    {
        context.Request.Headers.Upgrade = default; // there is nothing to upgrade to
        context.Features.Set<IHttpRequestBodyDetectionFeature>(WithoutBody.Instance); // if a GET has one, it is not for MapTiler
        var transformer = new FileTransformer(SessionParameter.Add(address, session), cachePolicy);
        var error = await forwarder.SendAsync(context, account.PublicApi.Urls.BaseUrl, upstream.Invoker, Config, transformer).ConfigureAwait(false);
        if (transformer.Failure is { } failure)
            throw failure;
        if (error == ForwarderError.None || context.RequestAborted.IsCancellationRequested || context.Response.HasStarted)
            return; // a connection that breaks in between tells a browser by itself

        var cause = context.Features.Get<IForwarderErrorFeature>()?.Exception;
        throw error is ForwarderError.RequestTimedOut
            ? new UpstreamException(HttpStatusCode.GatewayTimeout, "MapTiler did not answer in time.", cause: cause)
            : new UpstreamException(HttpStatusCode.BadGateway, "There was no answer of MapTiler.", cause: cause);
    }

    private sealed class WithoutBody : IHttpRequestBodyDetectionFeature
    {
        public static readonly WithoutBody Instance = new();

        public bool CanHaveBody => false;
    }
}
