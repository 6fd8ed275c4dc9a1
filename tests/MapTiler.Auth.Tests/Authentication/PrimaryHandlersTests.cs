using System.Net;
using MapTiler.Authentication;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;

namespace MapTiler.Tests.Authentication;

public sealed class PrimaryHandlersTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static MatrixTheoryData<string, string> Cases { get; } = new(["WinHttp", "Platform", "Declared", "Unknown"], ["key", "signature", "header"]);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Handler_of_any_type_sends_no_credential_to_the_target_of_a_redirect(string shape, string mode)
    {
        await using var foreign = await LoopbackServer.StartAsync();
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Redirect(new Uri(foreign.BaseAddress, "/x").AbsoluteUri + context.Request.QueryString);
            return Task.CompletedTask;
        });
        using var primary = Create(shape);
        using var http = new HttpClient(Authenticate(mode, server.BaseAddress, primary));

        var error = await Assert.ThrowsAnyAsync<InvalidOperationException>(() => http.GetAsync(new Uri(server.BaseAddress, "/a"), Cancel));

        Assert.Empty(foreign.Requests);
        Assert.Equal(shape == "Unknown" ? 0 : 1, server.Requests.Count);
        Assert.Contains(shape == "Unknown" ? "public bool AllowAutoRedirect => false;" : "another origin", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("WinHttp")]
    [InlineData("Unknown")]
    public async Task Handler_of_the_factory_sends_no_credential_to_the_target_of_a_redirect(string shape)
    {
        await using var foreign = await LoopbackServer.StartAsync();
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Redirect(new Uri(foreign.BaseAddress, "/x").AbsoluteUri + context.Request.QueryString);
            return Task.CompletedTask;
        });
        using var primary = Create(shape);
        using var services = Clients.Services(server.BaseAddress, builder => builder.HttpClientBuilder.ConfigurePrimaryHttpMessageHandler(() => primary));

        await Assert.ThrowsAnyAsync<Exception>(() => services.Geocoding().SearchAsync("Brno", cancellationToken: Cancel));

        Assert.Empty(foreign.Requests);
    }

    [Fact]
    public async Task Handler_in_use_that_follows_redirects_is_rejected()
    {
        using var primary = new PlatformShaped { IsInUse = true };
        using var http = new HttpClient(new ApiKeyHandler(Secrets.Key, new Uri("http://127.0.0.1:1")) { InnerHandler = primary });

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => http.GetAsync(new Uri("http://127.0.0.1:1/a"), Cancel));

        Assert.Contains("already in use", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handler_whose_redirect_setting_is_not_a_Boolean_is_rejected()
    {
        using var primary = new TextShaped();
        using var http = new HttpClient(new ApiKeyHandler(Secrets.Key, new Uri("http://127.0.0.1:1")) { InnerHandler = primary });

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => http.GetAsync(new Uri("http://127.0.0.1:1/a"), Cancel));

        Assert.Contains("may follow redirects", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Created_handler_decompresses_and_does_not_follow_redirects()
    {
        using var clients = new HttpClientHandler();
        using var created = PrimaryHandlers.Create();

        Assert.Same(clients, PrimaryHandlers.Tune(clients));

        Assert.False(clients.AllowAutoRedirect);
        Assert.NotEqual(DecompressionMethods.None, clients.AutomaticDecompression);
#if !NETSTANDARD_BUILD // which has no SocketsHttpHandler
        var sockets = Assert.IsType<SocketsHttpHandler>(created);
        Assert.False(sockets.AllowAutoRedirect);
        Assert.Equal((DecompressionMethods.All, TimeSpan.FromMinutes(2), 1024 * 1024), (sockets.AutomaticDecompression, sockets.PooledConnectionLifetime, sockets.InitialHttp2StreamWindowSize));
#endif
    }

    [Theory]
    [InlineData(2, true)] // the default of .NET Framework
    [InlineData(3, false)]
    public void Tune_does_not_leave_two_connections_to_a_host(int connections, bool isDefault)
    {
#if !NETSTANDARD_BUILD
        isDefault = false; // nobody but an application sets it on .NET
#endif
        using var handler = new HttpClientHandler { MaxConnectionsPerServer = connections };

        PrimaryHandlers.Tune(handler);

        Assert.Equal(isDefault ? int.MaxValue : connections, handler.MaxConnectionsPerServer);
    }

    [Fact]
    public async Task Handler_of_MockHttp_is_accepted()
    {
        using var mock = new MockHttpMessageHandler();
        mock.When("https://api.maptiler.com/*").Respond("application/json", "{}");
        using var http = new HttpClient(new ApiKeyHandler(Secrets.Key) { InnerHandler = mock });

        Assert.Equal("{}", await http.GetStringAsync(new Uri("https://api.maptiler.com/a"), Cancel));
    }

    private static FollowingHandler Create(string shape) => shape switch
    {
        "WinHttp" => new WinHttpShaped(),
        "Platform" => new PlatformShaped(),
        "Declared" => new DeclaredHandler(),
        _ => new FollowingHandler(),
    };

    private static CredentialHandler Authenticate(string mode, Uri baseAddress, HttpMessageHandler primary) => mode switch
    {
        "key" => new ApiKeyHandler(Secrets.Key, baseAddress) { InnerHandler = primary },
        "signature" => new RequestSigningHandler(ServiceToken.Parse(Secrets.Token), baseAddress) { InnerHandler = primary },
        _ => new ServiceApiHandler(ServiceToken.Parse(Secrets.Token), baseAddress) { InnerHandler = primary },
    };

    /// <summary>A handler that follows redirects with all headers, unlike those of .NET.</summary>
    private class FollowingHandler : HttpMessageHandler
    {
        private readonly HttpMessageInvoker _transport = new(new SocketsHttpHandler { AllowAutoRedirect = false });

        protected virtual bool Follows => true;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await _transport.SendAsync(request, cancellationToken);
            if (!Follows || response.StatusCode != HttpStatusCode.Found)
                return response;

            using var next = new HttpRequestMessage(HttpMethod.Get, response.Headers.Location);
            next.Headers.Authorization = request.Headers.Authorization;
            return await _transport.SendAsync(next, cancellationToken);
        }

        protected override void Dispose(bool disposing)
        {
            _transport.Dispose();
            base.Dispose(disposing);
        }
    }

    /// <summary>Has the switch of System.Net.Http.WinHttpHandler.</summary>
    private sealed class WinHttpShaped : FollowingHandler
    {
        public bool AutomaticRedirection { get; set; } = true;

        protected override bool Follows => AutomaticRedirection;
    }

    /// <summary>Has the switch of the handlers of Android and iOS.</summary>
    private sealed class PlatformShaped : FollowingHandler
    {
        private bool _follows = true;

        public bool IsInUse { get; init; }

        public bool AllowAutoRedirect { get => _follows; set => _follows = IsInUse ? throw new InvalidOperationException("The handler is in use.") : value; }

        protected override bool Follows => AllowAutoRedirect;
    }

    /// <summary>Has a setting of another type.</summary>
    private sealed class TextShaped : FollowingHandler
    {
        public string AllowAutoRedirect { get; } = "always";
    }

    /// <summary>A handler of an application that declares that it does not follow redirects.</summary>
    private sealed class DeclaredHandler : FollowingHandler
    {
        public bool AllowAutoRedirect { get; }

        protected override bool Follows => AllowAutoRedirect;
    }
}
