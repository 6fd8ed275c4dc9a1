using System.Net;
using System.Net.Sockets;
using System.Text;
using MapTiler.AspNetCore.Cache;
using MapTiler.Emulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MapTiler.AspNetCore.Tests.Support;

/// <summary>An application with the browser endpoints at <c>/maptiler</c>, and an HTTP client that does not follow redirects.</summary>
internal sealed class BrowserApp : IAsyncDisposable
{
    public const string PublicUrl = "https://maps.example/base";

    private readonly WebApplication _app;
    private readonly ActiveRequests _active;

    private BrowserApp(WebApplication app, CapturingLoggerProvider logs, ActiveRequests active)
    {
        _active = active;
        _app = app;
        Logs = logs;
        BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        Browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = BaseAddress };
    }

    public Uri BaseAddress { get; }

    public HttpClient Browser { get; }

    public CapturingLoggerProvider Logs { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<BrowserApp> StartAsync(
        Uri upstream, BrowserMapsMode mode, Action<BrowserMapsOptions>? configure = null, Action<MapTilerOptions>? account = null,
        Action<IServiceCollection>? services = null, Action<WebApplication>? pipeline = null, Action<IEndpointConventionBuilder>? endpoints = null)
    {
        var logs = new CapturingLoggerProvider();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddFilter("Microsoft.AspNetCore", LogLevel.None).AddCapturing(logs); // the server logs paths
        var maps = builder.Services.AddMapTiler(o =>
        {
            o.ServiceToken = Secrets.Token;
            o.BaseAddress = upstream;
            account?.Invoke(o);
        });
        maps.ConfigureResilience(r => r.RetryDelay = TimeSpan.Zero);
        maps.AddBrowserMaps(o =>
        {
            o.Mode = mode;
            o.PublicUrl = new Uri(PublicUrl);
            o.Maps.Add("streets-v4");
            o.Tilesets.Add("v3");
            o.Datasets.Add("d1");
            o.AllowGeocoding = true;
            o.AllowStaticMaps = true;
            configure?.Invoke(o);
        });
        services?.Invoke(builder.Services);
        var active = new ActiveRequests();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0"); // not in the configuration, because a test may replace it
        app.Use(active.CountAsync);
        pipeline?.Invoke(app);
        var mapped = app.MapMapTiler("/maptiler");
        endpoints?.Invoke(mapped);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new BrowserApp(app, logs, active);
    }

    /// <summary>Starts an application that uses the emulator and its service token.</summary>
    public static Task<BrowserApp> StartAsync(MapTilerEmulator emulator, BrowserMapsMode mode, Action<BrowserMapsOptions>? configure = null, Action<IServiceCollection>? services = null) =>
        StartAsync(emulator.BaseAddress, mode, configure, account => account.ServiceToken = emulator.ServiceToken, services);

    public Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, headers);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await Browser.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Returns when the application is processing this number of requests.</summary>
    public Task WaitForRequestsAsync(int count) => _active.WaitForAsync(count, TestContext.Current.CancellationToken);

    /// <summary>Expires all responses in the cache, as if their lifetime had passed.</summary>
    public async Task ExpireCacheAsync()
    {
        var cache = _app.Services.GetRequiredKeyedService<ResponseCache>("");
        foreach (var key in cache.Memory.Keys.ToList())
            await cache.ExpireAsync((string)key);
    }

    public async Task<string> GetStringAsync(string path)
    {
        using var response = await GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Sends a raw request, which HttpClient would not send, and returns the raw response.</summary>
    public async Task<string> SendRawAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(BaseAddress.Host, BaseAddress.Port, TestContext.Current.CancellationToken);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }
}
