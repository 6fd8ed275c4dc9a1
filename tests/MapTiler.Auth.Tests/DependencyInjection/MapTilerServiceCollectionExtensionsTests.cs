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

    private sealed class FakeGeocoding : GeocodingClient
    {
        public override Task<GeocodingResult> SearchAsync(string query, GeocodingSearchOptions? options = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(new GeocodingResult { Attribution = "fake" });
    }
}
