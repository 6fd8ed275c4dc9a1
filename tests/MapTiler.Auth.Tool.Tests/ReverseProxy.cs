using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace MapTiler.Tool.Tests;

/// <summary>A proxy in front of the emulator that can change requests and responses.</summary>
internal sealed class ReverseProxy : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    private ReverseProxy(Uri server, Func<string, string> changeTarget, Action<HttpResponse>? changeResponse)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(async context =>
        {
            var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server, changeTarget(target)));
            foreach (var header in context.Request.Headers)
                request.Headers.TryAddWithoutValidation(header.Key, header.Value.ToArray());
            using var response = await _client.SendAsync(request, context.RequestAborted);
            context.Response.StatusCode = (int)response.StatusCode;
            context.Response.ContentType = response.Content.Headers.ContentType?.ToString();
            changeResponse?.Invoke(context.Response);
            await context.Response.Body.WriteAsync(await response.Content.ReadAsByteArrayAsync(context.RequestAborted), context.RequestAborted);
        });
    }

    public Uri BaseAddress => new(_app.Urls.Single());

    public static async Task<ReverseProxy> StartAsync(Uri server, Func<string, string> changeTarget, Action<HttpResponse>? changeResponse = null)
    {
        var proxy = new ReverseProxy(server, changeTarget, changeResponse);
        await proxy._app.StartAsync(TestContext.Current.CancellationToken);
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _client.Dispose();
    }
}
