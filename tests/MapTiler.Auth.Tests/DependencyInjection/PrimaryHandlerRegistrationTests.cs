using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.DependencyInjection;

/// <summary>The primary handler of the application or of this package: what is set, and who disposes it.</summary>
public sealed class PrimaryHandlerRegistrationTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Dispose_closes_own_connections_and_no_handler_of_the_application()
    {
        await using var server = await LoopbackServer.StartAsync();
        var client = new MapTilerClient(new() { ApiKey = Secrets.Key, BaseAddress = server.BaseAddress });
        await client.Geocoding.SearchAsync("a", cancellationToken: Cancel);
        var transport = new DisposableTransport();
        var shared = new MapTilerClient(new() { ApiKey = Secrets.Key }, builder => builder.HttpClientBuilder.ConfigurePrimaryHttpMessageHandler(() => transport));
        await shared.Geocoding.SearchAsync("a", cancellationToken: Cancel);

        client.Dispose();
        shared.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.Geocoding.SearchAsync("a", cancellationToken: Cancel));
        Assert.False(transport.IsDisposed);
    }

    [Fact]
    public async Task Primary_handler_of_the_application_keeps_its_compression()
    {
        await using var server = await LoopbackServer.StartAsync();
        using var chosen = new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = System.Net.DecompressionMethods.GZip };
        using (var invoker = new HttpMessageInvoker(chosen, disposeHandler: false)) // in use already
        using (await invoker.SendAsync(new HttpRequestMessage(HttpMethod.Get, server.BaseAddress), Cancel))
        {
        }

        using var services = Clients.Services(server.BaseAddress, before: s => s.ConfigureHttpClientDefaults(b => b.ConfigurePrimaryHttpMessageHandler(() => chosen)));
        await services.Geocoding().SearchAsync("a", cancellationToken: Cancel);

        Assert.Equal("gzip", server.Requests[^1].Headers["Accept-Encoding"]);
    }

    [Theory]
    [InlineData(null, 30)]
    [InlineData(5, 5)]
    public void Primary_handler_has_a_limited_ConnectTimeout(int? chosen, int expected)
    {
        SocketsHttpHandler? handler = null;
        using var services = Clients.Services(
            new Uri("https://api.maptiler.com/"),
            builder => builder.HttpClientBuilder.ConfigurePrimaryHttpMessageHandler((primary, _) => handler = (SocketsHttpHandler)primary),
            before: s => s.ConfigureHttpClientDefaults(b => b.UseSocketsHttpHandler((sockets, _) => sockets.ConnectTimeout = chosen is { } seconds ? TimeSpan.FromSeconds(seconds) : sockets.ConnectTimeout)));

        services.Http().Dispose();

        Assert.Equal(TimeSpan.FromSeconds(expected), handler!.ConnectTimeout);
    }

    [Theory]
    [InlineData(null, 4)]
    [InlineData(60, 60)]
    public void Primary_handler_detects_dead_connections_of_HTTP_2(int? chosen, int expected)
    {
        SocketsHttpHandler? handler = null;
        using var services = Clients.Services(
            new Uri("https://api.maptiler.com/"),
            builder => builder.HttpClientBuilder.ConfigurePrimaryHttpMessageHandler((primary, _) => handler = (SocketsHttpHandler)primary),
            before: s => s.ConfigureHttpClientDefaults(b => b.UseSocketsHttpHandler((sockets, _) => sockets.KeepAlivePingDelay = chosen is { } seconds ? TimeSpan.FromSeconds(seconds) : sockets.KeepAlivePingDelay)));

        services.Http().Dispose();

        Assert.Equal(TimeSpan.FromSeconds(expected), handler!.KeepAlivePingDelay);
        Assert.Equal(chosen is null ? HttpKeepAlivePingPolicy.WithActiveRequests : HttpKeepAlivePingPolicy.Always, handler.KeepAlivePingPolicy);
        Assert.True(handler.EnableMultipleHttp2Connections);
    }

    private sealed class DisposableTransport : HttpMessageHandler
    {
        public bool AllowAutoRedirect { get; }

        public bool IsDisposed { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            ObjectDisposedException.ThrowIf(IsDisposed, this);
            return Task.FromResult(StubTransport.Json());
        }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
