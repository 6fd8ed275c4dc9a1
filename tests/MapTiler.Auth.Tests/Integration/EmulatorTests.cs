using System.Net;
using MapTiler.Authentication;
using MapTiler.Emulator;
using MapTiler.Geocoding;
using MapTiler.GeoJson;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Integration;

/// <summary>The SDK over real sockets against a server that enforces the rules of MapTiler.</summary>
public sealed class EmulatorTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SearchAsync_and_ReverseAsync_return_places()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: Cancel);
        using var services = emulator.Services();
        var client = services.Geocoding();

        var forward = await client.SearchAsync("Zürich", new() { Languages = ["de"] }, Cancel);
        var reverse = await client.ReverseAsync(forward.Features[0].Center, new() { Types = [PlaceType.Municipality] }, Cancel);
        var byId = await client.GetByIdAsync(forward.Features[0].Id, cancellationToken: Cancel);
        var nothing = await client.SearchAsync("qqqqzzzzxxxx", new() { FuzzyMatch = false }, Cancel);

        Assert.Equal("ch", forward.Features[0].Properties.CountryCode);
        Assert.Equal(8.55, forward.Features[0].Center.Longitude, 0.1);
        Assert.Equal(47.37, forward.Features[0].Center.Latitude, 0.1);
        Assert.IsType<GeoJsonPoint>(forward.Features[0].Geometry);
        Assert.Equal(forward.Features[0].Id, reverse.Features[0].Id);
        Assert.Equal(forward.Features[0].Id, byId?.Id);
        Assert.Contains(forward.Features[0].Context, c => c.PlaceType == PlaceType.Country);
        Assert.Empty(nothing.Features);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Base_address_with_a_path_is_accepted_with_a_key_and_with_signatures(bool hasKey)
    {
        await using var emulator = await MapTilerEmulator.StartAsync(new() { BasePath = "/gateway/api" }, Cancel);
        using var services = emulator.Services(o => (o.ApiKey, o.ServiceToken) = (hasKey ? emulator.ApiKey : null, emulator.ServiceToken));
        var client = services.GetRequiredService<MapTilerClient>();

        var style = await client.Maps.GetStyleAsync("streets-v4", Cancel);
        var attribution = await client.Maps.GetAttributionAsync("streets-v4", Cancel);
        var found = await client.Geocoding.SearchAsync("Brno", cancellationToken: Cancel);

        Assert.StartsWith(emulator.BaseAddress.AbsoluteUri + "tiles/v4/", style.Sources["maptiler_planet_v4"].Url, StringComparison.Ordinal);
        Assert.Contains("MapTiler", attribution, StringComparison.Ordinal);
        Assert.Equal("Brno", found.Features[0].Text);
        Assert.All(emulator.Requests, r => Assert.Equal(200, r.StatusCode));
    }

    [Fact]
    public async Task The_emulator_verifies_each_signature_from_the_received_bytes()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: Cancel);
        using var services = emulator.Services(o => (o.ApiKey, o.ServiceToken) = (null, emulator.ServiceToken));

        foreach (var query in new[] { "Brno", "Praha 1", "č|{}~ %7e ;,/?#&=+'()*!@:$[]\\^`\"<>", "日本", "😀" })
            await services.Geocoding().SearchAsync(query, new() { Languages = ["de", "en"] }, Cancel);
        using var raw = await services.Http().GetAsync(new Uri("/maps/streets-v4/style.json?path=fill:none%7c{}|č&b=%7e&key=old&c=a+b", UriKind.Relative), Cancel);

        Assert.Equal(HttpStatusCode.OK, raw.StatusCode);
        Assert.All(emulator.Requests, r => Assert.Equal((200, 1, 1), (r.StatusCode, r.KeyCount, r.SignatureCount)));
        Assert.Equal(6, emulator.Requests.Count);
    }

    [Fact]
    public async Task Key_restricted_to_a_User_Agent_is_accepted_only_with_it()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: Cancel);
        var key = emulator.AddKey("mobile", userAgent: "coolest-mobile-map-app");
        using var without = emulator.Services(o => o.ApiKey = key.Key);
        using var with = emulator.Services(o => (o.ApiKey, o.UserAgent) = (key.Key, "my-friends-coolest-mobile-map-app/1.2 (iOS)"));

        var error = await Assert.ThrowsAsync<MapTilerException>(() => without.Geocoding().SearchAsync("Brno", cancellationToken: Cancel));
        var result = await with.Geocoding().SearchAsync("Brno", cancellationToken: Cancel);

        Assert.Equal(MapTilerErrorReason.Forbidden, error.Reason);
        Assert.Contains("MapTiler:UserAgent", error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(result.Features);
    }

    [Fact]
    public async Task Key_restricted_to_origins_is_accepted_only_with_one_of_them()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: Cancel);
        var key = emulator.AddKey("shop", origins: ["shop.example"]);
        using var without = emulator.Services(o => o.ApiKey = key.Key);
        using var with = emulator.Services(o => (o.ApiKey, o.Origin) = (key.Key, "https://shop.example"));

        var error = await Assert.ThrowsAsync<MapTilerException>(() => without.Geocoding().SearchAsync("Brno", cancellationToken: Cancel));
        var result = await with.Geocoding().SearchAsync("Brno", cancellationToken: Cancel);

        Assert.Equal(MapTilerErrorReason.Forbidden, error.Reason);
        Assert.Contains("MapTiler:Origin", error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(result.Features);
    }

    [Fact]
    public async Task Unknown_suspended_and_restricted_keys_have_different_reasons()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: Cancel);
        using var unknown = emulator.Services(o => o.ApiKey = "NoSuchKey");
        using var suspended = emulator.Services();
        var error = await Assert.ThrowsAsync<MapTilerException>(() => unknown.Geocoding().SearchAsync("Brno", cancellationToken: Cancel));
        Assert.Equal(MapTilerErrorReason.KeyInvalid, error.Reason);

        emulator.Keys[0].Status = EmulatedKeyStatus.QuotaExceeded;
        error = await Assert.ThrowsAsync<MapTilerException>(() => suspended.Geocoding().SearchAsync("Brno", cancellationToken: Cancel));
        Assert.Equal(MapTilerErrorReason.QuotaExceeded, error.Reason);
    }

    [Theory]
    [InlineData(FaultDelivery.Reset, "ConnectionFailed")]
    [InlineData(FaultDelivery.Truncated, "ConnectionFailed")]
    [InlineData(FaultDelivery.Stalled, "Timeout")]
    public async Task Broken_connection_throws_MapTilerException(FaultDelivery delivery, string reason)
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: Cancel);
        emulator.Faults.Add(new Fault { PathPrefix = "/geocoding/", Delivery = delivery });
        using var services = emulator.Services(configure: builder => builder.ConfigureResilience(resilience =>
        {
            if (delivery == FaultDelivery.Stalled)
                resilience.TotalTimeout = TimeSpan.FromSeconds(1);
        }));

        var error = await Assert.ThrowsAsync<MapTilerException>(() => services.Geocoding().SearchAsync("Brno", cancellationToken: Cancel));

        Assert.Equal(reason, error.Reason.ToString());
        Assert.NotNull(error.InnerException);
    }

    [Fact]
    public async Task Connection_that_breaks_once_is_retried()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: Cancel);
        emulator.Faults.Add(new Fault { PathPrefix = "/geocoding/", Delivery = FaultDelivery.Reset, Times = 1 });
        emulator.Faults.Add(new Fault { PathPrefix = "/geocoding/", Status = 429, RetryAfter = TimeSpan.Zero, Times = 1 });
        using var services = emulator.Services();

        var result = await services.Geocoding().SearchAsync("Brno", cancellationToken: Cancel);

        Assert.NotEmpty(result.Features);
        Assert.Equal(3, emulator.Requests.Count);
        Assert.Single(emulator.Requests.Select(r => r.Target).Distinct(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("..")]
    [InlineData("../tiles/v3")]
    [InlineData("a/b")]
    [InlineData("%2e%2e")]
    [InlineData("streets-v4?x=1")]
    [InlineData("streets-v4#x")]
    [InlineData("")]
    public async Task Map_id_of_any_characters_stays_one_path_segment(string mapId)
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: Cancel);
        using var http = new HttpClient(new ApiKeyHandler(emulator.ApiKey, emulator.BaseAddress));
        var urls = new MapTilerUrlBuilder(emulator.BaseAddress);

        try
        {
            using var response = await http.GetAsync(urls.StyleJson(mapId), Cancel);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }
        catch (ArgumentException e)
        {
            Assert.Equal("mapId", e.ParamName);
        }

        Assert.All(emulator.Requests, r => Assert.Matches("^/maps/[^/?#]+/style.json$", r.Path));
    }

    [Fact]
    public async Task Pages_and_styles_are_accepted_with_a_key_and_signed()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: Cancel);
        using var browser = new HttpClient();
        foreach (var urls in new[] { new MapTilerUrlBuilder(emulator.ApiKey, emulator.BaseAddress), new MapTilerUrlBuilder(ServiceToken.Parse(emulator.ServiceToken), emulator.BaseAddress) })
        {
            Assert.Contains("<html", await browser.GetStringAsync(urls.MapViewer("streets-v4", new MapView(LngLat.FromLatLng(47.37, 8.54), 12)), Cancel), StringComparison.OrdinalIgnoreCase);
            Assert.Contains("\"version\":8", await browser.GetStringAsync(urls.StyleJson("streets-v4"), Cancel), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task MapTilerServiceClient_sends_its_token_to_the_Service_API_only()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: Cancel);
        using var services = emulator.Services(o => o.ServiceToken = emulator.ServiceToken);
        using var wrong = emulator.Services(o => o.ServiceToken = Secrets.Token);

        using var known = await services.Http("MapTiler.Service").GetAsync(new Uri("v1/nothing", UriKind.Relative), Cancel);
        using var unknown = await wrong.Http("MapTiler.Service").GetAsync(new Uri("v1/nothing", UriKind.Relative), Cancel);
        using var elsewhere = await services.Http("MapTiler.Service").GetAsync(new Uri(emulator.BaseAddress, "/maps/streets-v4/style.json"), Cancel);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden), (known.StatusCode, unknown.StatusCode, elsewhere.StatusCode));
        Assert.False(emulator.Requests.Last().Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task Two_accounts_send_their_own_keys()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: Cancel);
        var services = new ServiceCollection();
        foreach (var name in new[] { "a", "b" })
        {
            var key = emulator.AddKey(name);
            services.AddMapTiler(name, o => (o.ApiKey, o.BaseAddress, o.UserAgent) = (key.Key, emulator.BaseAddress, name + "/1"));
        }

        using var provider = services.BuildServiceProvider();
        await Task.WhenAll(Enumerable.Range(0, 1000).Select(i =>
            provider.GetRequiredKeyedService<MapTilerClient>(i % 2 == 0 ? "a" : "b").Geocoding.SearchAsync("Brno", cancellationToken: Cancel)));

        Assert.Equal(1000, emulator.Requests.Count);
        Assert.All(emulator.Requests, r => Assert.Equal(r.UserAgent, r.KeyName + "/1"));
    }
}
