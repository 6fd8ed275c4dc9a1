using MapTiler.Authentication;
using MapTiler.Geocoding;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace MapTiler.Tests.DependencyInjection;

public sealed class MapTilerServiceCollectionExtensionsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SearchAsync_of_a_client_with_a_configured_key_returns_places_and_escapes_the_query()
    {
        var transport = StubTransport.AlwaysJson(ResponseBodies.Brno);
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection([new("MapTiler:ApiKey", " " + Secrets.Key + "\r\n")]);
        builder.Services.AddMapTiler().HttpClientBuilder.ConfigurePrimaryHttpMessageHandler(() => transport);
        using var host = builder.Build();

        var result = await host.Services.Geocoding().SearchAsync("Praha 1, Šumavská 5/3; č. #2", cancellationToken: Cancel);

        Assert.Equal(new LngLat(16.6068, 49.1952), result.Features.FirstOrDefault()?.Center);
        Assert.Equal([$"https://api.maptiler.com/geocoding/Praha%201%2C%20%C5%A0umavsk%C3%A1%205%2F3%3B%20%C4%8D.%20%232.json?key={Secrets.Key}"], transport.Uris);
    }

    [Fact]
    public async Task Host_without_a_key_fails_to_start()
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddMapTiler("shop", _ => { });
        using var host = builder.Build();

        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(Cancel));

        Assert.Contains("MapTiler:shop:ApiKey is missing or blank", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AllowMissingCredential_lets_a_host_start_and_its_calls_throw_with_the_cause()
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport, options: o => (o.ApiKey, o.AllowMissingCredential) = (null, true));

        var error = await Assert.ThrowsAsync<MapTilerException>(() => services.Geocoding().SearchAsync("Brno", cancellationToken: Cancel));

        Assert.Equal(MapTilerErrorReason.KeyMissing, error.Reason);
        Assert.Equal("/geocoding/{query}.json", error.Endpoint);
        Assert.Empty(transport.Uris);
    }

    [Fact]
    public async Task AddMapTiler_called_again_adds_options_and_no_second_handler()
    {
        var transport = StubTransport.AlwaysJson();
        var services = new ServiceCollection();
        services.AddMapTiler(o => o.ApiKey = Secrets.Key).HttpClientBuilder.ConfigurePrimaryHttpMessageHandler(() => transport);
        services.AddMapTiler(o => o.UserAgent = "second/1");
        services.AddMapTiler();
        using var provider = services.BuildServiceProvider();

        await provider.Geocoding().SearchAsync("Brno", cancellationToken: Cancel);

        Assert.Equal([$"https://api.maptiler.com/geocoding/Brno.json?key={Secrets.Key}"], transport.Uris);
        Assert.Equal("second/1", provider.GetRequiredService<IOptionsMonitor<MapTilerOptions>>().CurrentValue.UserAgent);
        Assert.Single(provider.GetServices<GeocodingClient>());
    }

    [Fact]
    public void Client_of_a_service_is_the_one_of_MapTilerClient()
    {
        using var services = Clients.Services(StubTransport.AlwaysJson());

        Assert.Same(services.GetRequiredService<GeocodingClient>(), services.GetRequiredService<MapTilerClient>().Geocoding);
        Assert.Same(services.GetRequiredService<MapTilerClient>(), services.GetRequiredService<MapTilerClient>());
    }

    [Fact]
    public async Task Registered_fake_replaces_the_client()
    {
        using var services = Clients.Services(StubTransport.AlwaysJson(), before: s => s.AddSingleton<GeocodingClient>(new FakeGeocoding()));

        var result = await services.Geocoding().SearchAsync("x", cancellationToken: Cancel);

        Assert.Equal("fake", result.Attribution);
    }

    [Fact]
    public async Task Requests_of_two_accounts_have_their_own_keys()
    {
        var transport = StubTransport.AlwaysJson();
        var services = new ServiceCollection();
        foreach (var name in new[] { "a", "b" })
            services.AddMapTiler(name, o => o.ApiKey = "key-" + name).HttpClientBuilder.ConfigurePrimaryHttpMessageHandler(() => transport);
        using var provider = services.BuildServiceProvider();

        await Task.WhenAll(Enumerable.Range(0, 1000).Select(i =>
        {
            var name = i % 2 == 0 ? "a" : "b";
            return provider.GetRequiredKeyedService<GeocodingClient>(name).SearchAsync($"for {name} {i}", cancellationToken: Cancel);
        }));

        Assert.Equal(1000, transport.Uris.Count);
        Assert.All(transport.Uris, uri => Assert.Matches(@"/for%20(\w)%20\d+\.json\?key=key-\1$", uri));
        Assert.Null(provider.GetService<GeocodingClient>());
    }

    [Fact]
    public async Task UseApiKeyProvider_calls_the_provider_for_every_request_with_its_context()
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport, builder => builder.UseApiKeyProvider<CountingProvider>(), o => o.ApiKey = null);

        await services.Geocoding().SearchAsync("Brno", cancellationToken: Cancel);
        await services.Http().GetAsync(new Uri("maps/streets%2Dv4/style.json?key=x", UriKind.Relative), Cancel);

        Assert.Equal(["https://api.maptiler.com/geocoding/Brno.json?key=key-1-", "https://api.maptiler.com/maps/streets-v4/style.json?key=key-2-streets-v4"], transport.Uris);
    }

    [Fact]
    public async Task Scoped_provider_has_its_own_scope_for_every_request()
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport, builder => builder.UseApiKeyProvider<ScopedProvider>(), o => o.ApiKey = null, before: s =>
        {
            s.AddScoped<ScopedProvider>();
            s.AddScoped<Tenant>();
        });

        await services.Geocoding().SearchAsync("a", cancellationToken: Cancel);
        await services.Geocoding().SearchAsync("b", cancellationToken: Cancel);

        Assert.Equal(2, transport.Uris.Distinct(StringComparer.Ordinal).Select(uri => uri.Split("key=")[1]).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(2, Tenant.Disposed);
    }

    [Fact]
    public async Task Provider_that_fails_throws_without_a_request()
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport, builder => builder.UseApiKeyProvider<FailingProvider>(), o => o.ApiKey = null);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => services.Geocoding().SearchAsync("a", cancellationToken: Cancel));

        Assert.Equal(MapTilerErrorReason.KeyMissing, error.Reason);
        Assert.Contains("ApiKeyProvider failed with", error.Message, StringComparison.Ordinal);
        Assert.IsType<TimeZoneNotFoundException>(error.GetBaseException());
        Assert.Empty(transport.Uris);
    }

    [Fact]
    public async Task Provider_whose_vault_is_out_of_reach_is_called_once_a_request_and_ends_a_batch()
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport, builder => builder.UseApiKeyProvider<UnreachableVault>(), o => o.ApiKey = null);

        var results = new List<GeocodingBatchResult>();
        var error = await Assert.ThrowsAsync<MapTilerException>(async () =>
        {
            await foreach (var result in services.Geocoding().BatchAsync(Enumerable.Repeat("Brno", 150), maxConcurrency: 1, cancellationToken: Cancel))
                results.Add(result);
        });

        Assert.Equal(MapTilerErrorReason.KeyMissing, error.Reason);
        Assert.Equal(1, services.GetRequiredService<UnreachableVault>().Asked);
        Assert.Equal(50, results.Count);
        Assert.All(results, r => Assert.Equal(MapTilerErrorReason.KeyMissing, r.Error?.Reason));
        Assert.Empty(transport.Uris);
    }

    [Fact]
    public async Task Provider_in_the_services_is_used()
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport, options: o => o.ApiKey = null, before: s => s.AddSingleton<ApiKeyProvider, CountingProvider>());

        await services.Geocoding().SearchAsync("a", cancellationToken: Cancel);

        Assert.Equal(["https://api.maptiler.com/geocoding/a.json?key=key-1-"], transport.Uris);
    }

    [Fact]
    public async Task Delegate_overrides_a_section_in_any_order()
    {
        var transport = StubTransport.AlwaysJson();
        var section = new ConfigurationBuilder().AddInMemoryCollection([new("ApiKey", "from-section"), new("Origin", "https://example.com")]).Build();
        var services = new ServiceCollection();
        services.AddMapTiler(o => o.ApiKey = "from-delegate");
        services.AddMapTiler(section).HttpClientBuilder.ConfigurePrimaryHttpMessageHandler(() => transport);
        using var provider = services.BuildServiceProvider();

        await provider.Geocoding().SearchAsync("a", cancellationToken: Cancel);

        Assert.EndsWith("?key=from-delegate", Assert.Single(transport.Uris), StringComparison.Ordinal);
        Assert.Equal("https://example.com", provider.GetRequiredService<IOptions<MapTilerOptions>>().Value.Origin);
    }

    [Fact]
    public void AddMapTiler_with_the_whole_configuration_throws_with_the_section_to_use()
    {
        var root = new ConfigurationBuilder().AddInMemoryCollection([new("MapTiler:ApiKey", Secrets.Key)]).Build();

        var error = Assert.Throws<ArgumentException>("section", () => new ServiceCollection().AddMapTiler(root));

        Assert.Contains("configuration.GetSection(\"MapTiler\")", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secrets.Key, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddMapTilerAuthentication_with_a_second_or_unknown_account_throws()
    {
        var transport = StubTransport.AlwaysJson();
        var services = new ServiceCollection();
        services.AddMapTiler(o => o.ApiKey = Secrets.Key);
        var client = services.AddHttpClient("mine").ConfigurePrimaryHttpMessageHandler(() => transport);
        client.AddMapTilerAuthentication().AddMapTilerAuthentication();
        services.AddHttpClient("lost").AddMapTilerAuthentication("nobody");
        using var provider = services.BuildServiceProvider();

        var second = Assert.Throws<InvalidOperationException>(() => client.AddMapTilerAuthentication("other"));
        var unknown = Assert.Throws<InvalidOperationException>(() => provider.Http("lost"));
        using var response = await provider.Http("mine").GetAsync(new Uri("https://api.maptiler.com/x"), Cancel);

        Assert.Contains("'mine'", second.Message, StringComparison.Ordinal);
        Assert.Contains("uses the MapTiler account 'nobody', which is not registered", unknown.Message, StringComparison.Ordinal);
        Assert.Equal([$"https://api.maptiler.com/x?key={Secrets.Key}"], transport.Uris);
    }

    [Fact]
    public async Task Request_to_another_origin_has_no_User_Agent_of_the_SDK()
    {
        var agents = new List<string>();
        var transport = new StubTransport(request =>
        {
            agents.Add(request.Headers.UserAgent.ToString());
            return StubTransport.Json();
        });
        var services = new ServiceCollection();
        services.AddMapTiler(o => (o.ApiKey, o.UserAgent) = (Secrets.Key, "shop/1"));
        services.AddHttpClient("mine").ConfigurePrimaryHttpMessageHandler(() => transport).AddMapTilerAuthentication();
        using var provider = services.BuildServiceProvider();

        using var foreign = await provider.Http("mine").GetAsync(new Uri("https://example.com/"), Cancel);
        using var ours = await provider.Http("mine").GetAsync(new Uri("https://api.maptiler.com/"), Cancel);

        Assert.Equal(["", "shop/1"], agents);
    }

    [Fact]
    public void Host_with_MapApiKeys_only_starts()
    {
        using var services = Clients.Services(StubTransport.AlwaysJson(), options: o => (o.ApiKey, o.MapApiKeys["streets-v4"]) = (null, "of-the-map"));

        Assert.Null(services.GetRequiredService<IOptions<MapTilerOptions>>().Value.ApiKey);
    }

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

    [Fact]
    public void Browser_URLs_do_not_contain_ApiKey()
    {
        using var none = Clients.Services(StubTransport.AlwaysJson());
        using var browser = Clients.Services(StubTransport.AlwaysJson(), options: o => o.BrowserApiKey = "browser");
        using var token = Clients.Services(StubTransport.AlwaysJson(), options: o => o.ServiceToken = Secrets.Token);

        var error = Assert.Throws<InvalidOperationException>(none.GetRequiredService<MapTilerUrlBuilder>);

        Assert.Contains("MapTiler:BrowserApiKey", error.Message, StringComparison.Ordinal);
        Assert.Equal("https://api.maptiler.com/maps/m/style.json?key=browser", browser.GetRequiredService<MapTilerUrlBuilder>().StyleJson("m").AbsoluteUri);
        Assert.StartsWith($"https://api.maptiler.com/maps/m/style.json?key={Secrets.KeyId}&signature=", token.GetRequiredService<MapTilerUrlBuilder>().StyleJson("m").AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Client_without_dependency_injection_sends_the_same_requests()
    {
        await using var server = await LoopbackServer.StartAsync(ResponseBodies.Brno);
        using var client = new MapTilerClient(new MapTilerOptions { ApiKey = Secrets.Key, BaseAddress = server.BaseAddress, UserAgent = "unity/1" }, builder => builder.DisableResilience());

        var result = await client.Geocoding.SearchAsync("Brno", cancellationToken: Cancel);

        Assert.Equal("Brno", result.Features.Single().Text);
        Assert.Equal($"/geocoding/Brno.json?key={Secrets.Key}", server.Requests.Single().Target);
        Assert.Equal("unity/1", server.Requests.Single().Headers["User-Agent"]);
    }

    [Fact]
    public void Client_without_a_key_throws()
    {
        var error = Assert.Throws<OptionsValidationException>(() => new MapTilerClient(new MapTilerOptions()));

        Assert.Contains("MapTilerOptions.ApiKey is missing", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Disposed_client_throws()
    {
        var client = new MapTilerClient(new MapTilerOptions { ApiKey = Secrets.Key });
        client.Dispose();

        var error = await Assert.ThrowsAsync<ObjectDisposedException>(() => client.Geocoding.SearchAsync("Brno", cancellationToken: Cancel));

        Assert.StartsWith("The MapTiler client is disposed", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Invalid_timeouts_are_rejected()
    {
        var error = Assert.Throws<OptionsValidationException>(() =>
            new MapTilerClient(new MapTilerOptions { ApiKey = Secrets.Key }, b => b.ConfigureResilience(r => r.TotalTimeout = TimeSpan.Zero)));

        Assert.Contains("TotalTimeout", error.Message, StringComparison.Ordinal);
    }

    private sealed class CountingProvider : ApiKeyProvider
    {
        private int _count;

        public override ValueTask<string> GetApiKeyAsync(CredentialContext context, CancellationToken cancellationToken) => new($"key-{++_count}-{context.MapId}");
    }

    private sealed class Tenant : IDisposable
    {
        public static int Disposed;

        public string Id { get; } = Guid.NewGuid().ToString();

        public void Dispose() => Interlocked.Increment(ref Disposed);
    }

    private sealed class ScopedProvider(Tenant tenant) : ApiKeyProvider
    {
        public override ValueTask<string> GetApiKeyAsync(CredentialContext context, CancellationToken cancellationToken) => new(tenant.Id);
    }

    private sealed class FailingProvider : ApiKeyProvider
    {
        public override ValueTask<string> GetApiKeyAsync(CredentialContext context, CancellationToken cancellationToken) => throw new TimeZoneNotFoundException();
    }

    private sealed class UnreachableVault : ApiKeyProvider
    {
        public int Asked { get; private set; }

        public override async ValueTask<string> GetApiKeyAsync(CredentialContext context, CancellationToken cancellationToken)
        {
            Asked++;
            await Task.Yield();
            throw new HttpRequestException("the vault is down");
        }
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

    private sealed class FakeGeocoding : GeocodingClient
    {
        public override Task<GeocodingResult> SearchAsync(string query, GeocodingSearchOptions? options = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(new GeocodingResult { Attribution = "fake" });
    }
}
