using MapTiler.Authentication;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Authentication;

/// <summary>The public handlers in the ways in which people use handlers.</summary>
public sealed partial class CredentialHandlerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Handler_without_an_inner_handler_creates_one()
    {
        await using var server = await LoopbackServer.StartAsync();
        using var http = new HttpClient(new UserAgentHandler("coolest-mobile-map-app/1.2") { InnerHandler = new ApiKeyHandler(Secrets.Key, server.BaseAddress) });
        using var alone = new HttpClient(new UserAgentHandler("alone/1"));

        await http.GetAsync(new Uri(server.BaseAddress, "/x"), Cancel);
        await alone.GetAsync(new Uri(server.BaseAddress, "/y"), Cancel);

        Assert.Equal([$"/x?key={Secrets.Key}", "/y"], server.Requests.Select(r => r.Target));
        Assert.Equal(["coolest-mobile-map-app/1.2", "alone/1"], server.Requests.Select(r => r.Headers["User-Agent"]));
    }

    [Fact]
    public async Task Concurrent_first_requests_share_one_inner_handler()
    {
        await using var server = await LoopbackServer.StartAsync();
        using var handler = new ApiKeyHandler(Secrets.Key, server.BaseAddress);
        using var http = new HttpClient(handler);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => http.GetAsync(new Uri(server.BaseAddress, "/x"), Cancel)));

        Assert.All(server.Requests, request => Assert.Equal(1, request.Count("key")));
        Assert.Equal(50, server.Requests.Count);
    }

    [Fact]
    public async Task Handlers_of_a_client_factory_use_its_primary_handler()
    {
        var transport = StubTransport.AlwaysJson();
        var services = new ServiceCollection();
        foreach (var name in new[] { "a", "b" })
        {
            services.AddHttpClient(name)
                .AddHttpMessageHandler(() => new ApiKeyHandler("key-" + name))
                .AddHttpMessageHandler(() => new UserAgentHandler(name + "/1"))
                .ConfigurePrimaryHttpMessageHandler(() => transport);
        }

        using var provider = services.BuildServiceProvider();
        await provider.Http("a").GetAsync(new Uri("https://api.maptiler.com/x"), Cancel);
        await provider.Http("b").GetAsync(new Uri("https://api.maptiler.com/x"), Cancel);

        Assert.Equal(["https://api.maptiler.com/x?key=key-a", "https://api.maptiler.com/x?key=key-b"], transport.Uris);
    }

    [Fact]
    public async Task AddMapTilerAuthentication_adds_the_key_of_the_account_to_another_client()
    {
        var transport = StubTransport.AlwaysJson();
        var services = new ServiceCollection();
        services.AddMapTiler(o => o.ApiKey = Secrets.Key);
        services.AddMapTiler("other", o => o.ApiKey = Secrets.OtherKey);
        services.AddHttpClient("Refit").AddMapTilerAuthentication().ConfigurePrimaryHttpMessageHandler(() => transport);
        services.AddHttpClient("Named").AddMapTilerAuthentication("other").ConfigurePrimaryHttpMessageHandler(() => transport);

        using var provider = services.BuildServiceProvider();
        await provider.Http("Refit").GetAsync(new Uri("https://api.maptiler.com/x"), Cancel);
        await provider.Http("Named").GetAsync(new Uri("https://api.maptiler.com/x"), Cancel);

        Assert.Equal([$"https://api.maptiler.com/x?key={Secrets.Key}", $"https://api.maptiler.com/x?key={Secrets.OtherKey}"], transport.Uris);
    }

    [Fact]
    public async Task User_Agent_of_a_request_overrides_the_configured_one()
    {
        await using var server = await LoopbackServer.StartAsync();
        using var services = Clients.Services(server.BaseAddress, options: o => o.UserAgent = "configured/1 (a comment)");
        using var own = new HttpRequestMessage(HttpMethod.Get, "own");
        own.Headers.UserAgent.ParseAdd("own/2");

        await services.Http().SendAsync(own, Cancel);
        await services.Http().GetAsync(new Uri("configured", UriKind.Relative), Cancel);

        Assert.Equal(["own/2", "configured/1 (a comment)"], server.Requests.Select(r => r.Headers["User-Agent"]));
    }

    [Fact]
    public async Task User_agent_of_the_request_is_replaced_if_the_options_say_so_and_is_restored_after_the_request()
    {
        await using var server = await LoopbackServer.StartAsync();
        var services = new ServiceCollection();
        services.AddMapTiler(o => (o.ApiKey, o.BaseAddress, o.UserAgent, o.ReplaceUserAgent) = (Secrets.Key, server.BaseAddress, "configured/1", true));
        services.AddHttpClient("map control").AddMapTilerAuthentication();
        using var provider = services.BuildServiceProvider();
        using var handler = new HttpClient(new UserAgentHandler("handler/1", replace: true));
        using var own = new HttpRequestMessage(HttpMethod.Get, new Uri(server.BaseAddress, "own"));
        own.Headers.TryAddWithoutValidation("User-Agent", "RestSharp/114.0 (unusual");
        using var other = new HttpRequestMessage(HttpMethod.Get, new Uri(server.BaseAddress, "other"));
        other.Headers.UserAgent.ParseAdd("Mapsui/5");

        await provider.Http("map control").SendAsync(own, Cancel);
        await handler.SendAsync(other, Cancel);

        Assert.Equal(["configured/1", "handler/1"], server.Requests.Select(r => r.Headers["User-Agent"]));
        Assert.Equal("RestSharp/114.0 (unusual", Assert.Single(own.Headers.NonValidated["User-Agent"]));
    }

    [Fact]
    public async Task User_agent_of_the_options_is_not_left_on_the_request()
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport);
        using var request = new HttpRequestMessage(HttpMethod.Get, "x");

        await services.Http().SendAsync(request, Cancel);

        Assert.False(request.Headers.Contains("User-Agent"));
    }

    [Fact]
    public async Task Request_with_its_own_key_to_the_Service_API_is_rejected_before_it_is_sent()
    {
        var transport = StubTransport.AlwaysJson();
        using var http = new HttpClient(new ServiceApiHandler(TestToken.Value) { InnerHandler = transport });
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://service.maptiler.com/v1/api_keys");
        request.SetMapTilerApiKey(Secrets.Key);

        var error = await Assert.ThrowsAnyAsync<InvalidOperationException>(() => http.SendAsync(request, Cancel));

        Assert.Contains("accepts only service tokens", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secrets.Key, error.ToString(), StringComparison.Ordinal);
        Assert.Empty(transport.Uris);
    }

    [Fact]
    public async Task User_Agent_by_default_contains_the_application_and_the_library()
    {
        await using var server = await LoopbackServer.StartAsync();
        using var services = Clients.Services(server.BaseAddress);

        await services.Geocoding().SearchAsync("Brno", cancellationToken: Cancel);

        Assert.Matches(@"^MapTiler\.Auth\.Tests(\.NetStandard)?/[\w.\-]+ MapTiler\.Auth/\d+\.\d+\.\d+(-[\w.]+)?$", server.Requests.Single().Headers["User-Agent"]);
    }

#if !NETSTANDARD_BUILD // a netstandard2.0 handler has no synchronous Send to override
    public static TheoryData<string, Func<HttpMessageHandler, HttpMessageHandler>> Handlers => new()
    {
        { nameof(ApiKeyHandler), inner => new ApiKeyHandler(Secrets.Key) { InnerHandler = inner } },
        { nameof(RequestSigningHandler), inner => new RequestSigningHandler(TestToken.Value) { InnerHandler = inner } },
        { nameof(ServiceApiHandler), inner => new ServiceApiHandler(TestToken.Value) { InnerHandler = inner } },
        { nameof(UserAgentHandler), inner => new UserAgentHandler("sync/1") { InnerHandler = inner } },
    };

    [Theory, MemberData(nameof(Handlers), DisableDiscoveryEnumeration = true)]
    public void Send_throws_and_sends_nothing(string handler, Func<HttpMessageHandler, HttpMessageHandler> create)
    {
        var transport = StubTransport.AlwaysJson();
        using var http = new HttpClient(create(transport));
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://api.maptiler.com/x");

        var exception = Assert.Throws<NotSupportedException>(() => http.Send(request, Cancel));

        Assert.Contains("SendAsync", exception.Message, StringComparison.Ordinal);
        Assert.True(transport.Uris.Count == 0, handler);
    }

    [Fact]
    public void Send_of_a_client_of_the_factory_throws_and_sends_nothing()
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport, builder => builder.DisableResilience());
        using var request = new HttpRequestMessage(HttpMethod.Get, "here");

        Assert.Throws<NotSupportedException>(() => services.Http().Send(request, Cancel));

        Assert.Empty(transport.Uris);
    }
#endif

    [Fact]
    public async Task ApiKeyHandler_awaits_an_asynchronous_provider()
    {
        var transport = StubTransport.AlwaysJson();
        using var http = new HttpClient(new ApiKeyHandler(new SlowProvider()) { InnerHandler = transport });

        await http.GetAsync(new Uri("https://api.maptiler.com/x"), Cancel);

        Assert.Equal(["https://api.maptiler.com/x?key=slow"], transport.Uris);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    [InlineData("two words")]
    [InlineData("line\nbreak")]
    [InlineData("YOUR_KEY")]
    public async Task Invalid_key_of_a_provider_is_not_sent(string? key)
    {
        var transport = StubTransport.AlwaysJson();
        using var http = new HttpClient(new ApiKeyHandler(new Provider(key!)) { InnerHandler = transport });

        var error = await Assert.ThrowsAnyAsync<InvalidOperationException>(() => http.GetAsync(new Uri("https://api.maptiler.com/x"), Cancel));

        Assert.Empty(transport.Uris);
        Assert.DoesNotContain("two words", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Key_with_reserved_characters_is_escaped_once()
    {
        var transport = StubTransport.AlwaysJson();
        using var http = new HttpClient(new ApiKeyHandler("a/b+c=") { InnerHandler = transport });

        await http.GetAsync(new Uri("https://api.maptiler.com/x"), Cancel);

        Assert.Equal(["https://api.maptiler.com/x?key=a%2Fb%2Bc%3D"], transport.Uris);
    }

    [Theory]
    [InlineData("https://plzeň.example/", "https://plzeň.example/x")]
    [InlineData("https://plzeň.example/", "https://xn--plze-y2a.example/x")]
    [InlineData("https://xn--plze-y2a.example/", "https://plzeň.example/x")]
    public async Task International_host_in_Unicode_or_Punycode_receives_the_key(string baseAddress, string uri)
    {
        var transport = StubTransport.AlwaysJson();
        using var http = new HttpClient(new ApiKeyHandler("K", new Uri(baseAddress)) { InnerHandler = transport });

        await http.GetAsync(new Uri(uri), Cancel);

        Assert.EndsWith("/x?key=K", Assert.Single(transport.Uris), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_with_and_without_a_factory_accept_compressed_responses()
    {
        await using var server = await LoopbackServer.StartAsync();
        using var services = Clients.Services(server.BaseAddress, builder => builder.DisableResilience());
        using var http = new HttpClient(new ApiKeyHandler(Secrets.Key, server.BaseAddress));

        await services.Geocoding().SearchAsync("a", cancellationToken: Cancel);
        await http.GetAsync(server.BaseAddress, Cancel);

        Assert.Equal(2, server.Requests.Count);
        Assert.All(server.Requests, request => Assert.Contains("gzip", request.Headers["Accept-Encoding"], StringComparison.Ordinal));
    }

    private sealed class SlowProvider(Task? answered = null) : ApiKeyProvider
    {
        public override async ValueTask<string> GetApiKeyAsync(CredentialContext context, CancellationToken cancellationToken)
        {
            await Task.Yield();
            await (answered ?? Task.CompletedTask);
            return "slow";
        }
    }

    private sealed class Provider(string key) : ApiKeyProvider
    {
        public override ValueTask<string> GetApiKeyAsync(CredentialContext context, CancellationToken cancellationToken) => new(key);
    }
}
