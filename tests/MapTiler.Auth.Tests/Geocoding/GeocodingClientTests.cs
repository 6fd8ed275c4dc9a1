using System.Net;
using System.Text.Json;
using MapTiler.Geocoding;
using RichardSzalay.MockHttp;

namespace MapTiler.Tests.Geocoding;

/// <summary>Each method requests exactly its URL and reads the response.</summary>
public sealed class GeocodingClientTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SearchAsync_requests_the_query_with_its_options()
    {
        using var mock = new MockHttpMessageHandler();
        mock.Expect(HttpMethod.Get, $"https://api.maptiler.com/geocoding/Brno.json?proximity=16.6%2C49.2&language=de%2Ccs&limit=3&key={Secrets.Key}").Respond("application/json", ResponseBodies.Brno);
        using var services = Clients.Services(mock);

        var result = await services.Geocoding().SearchAsync(" Brno ", new() { Languages = ["de", "cs"], Limit = 3, Proximity = new LngLat(16.6, 49.2) }, Cancel);

        mock.VerifyNoOutstandingExpectation();
        var feature = Assert.Single(result.Features);
        Assert.Equal(("municipality.1", "Brno", "Brno, Czechia", new LngLat(16.6068, 49.1952)), (feature.Id, feature.Text, feature.PlaceName, feature.Center));
    }

    [Fact]
    public async Task ReverseAsync_requests_the_longitude_first()
    {
        using var mock = new MockHttpMessageHandler();
        mock.Expect(HttpMethod.Get, $"https://api.maptiler.com/geocoding/-16.6068,49.1952.json?key={Secrets.Key}").Respond("application/json", ResponseBodies.NoFeatures);
        using var services = Clients.Services(mock);

        var result = await services.Geocoding().ReverseAsync(LngLat.FromLatLng(49.1952, -16.6068), cancellationToken: Cancel);

        mock.VerifyNoOutstandingExpectation();
        Assert.Empty(result.Features);
    }

    [Fact]
    public async Task GetByIdAsync_returns_the_feature_or_none()
    {
        using var mock = new MockHttpMessageHandler();
        mock.Expect(HttpMethod.Get, $"https://api.maptiler.com/geocoding/municipality.1.json?worldview=us&key={Secrets.Key}").Respond("application/json", ResponseBodies.Brno);
        mock.Expect(HttpMethod.Get, $"https://api.maptiler.com/geocoding/municipality.2.json?key={Secrets.Key}").Respond("application/json", ResponseBodies.NoFeatures);
        using var services = Clients.Services(mock);

        var found = await services.Geocoding().GetByIdAsync("municipality.1", new() { Worldview = Worldview.UnitedStates }, Cancel);
        var missing = await services.Geocoding().GetByIdAsync("municipality.2", cancellationToken: Cancel);

        mock.VerifyNoOutstandingExpectation();
        Assert.Equal("Brno", found?.Text);
        Assert.Null(missing);
    }

    [Fact]
    public async Task Invalid_argument_throws_without_a_request()
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport);
        var client = services.Geocoding();

        await Assert.ThrowsAsync<ArgumentException>("query", () => client.SearchAsync(" ", cancellationToken: Cancel));
        await Assert.ThrowsAsync<ArgumentException>("query", () => client.SearchAsync(" ", cancellationToken: Cancel));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>("options", () => client.SearchAsync("Brno", new() { Limit = 11 }, Cancel));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>("location", () => client.ReverseAsync(new LngLat(181, 0), cancellationToken: Cancel));
        await Assert.ThrowsAsync<ArgumentException>("id", () => client.GetByIdAsync("../coordinates/search/x", cancellationToken: Cancel));
        Assert.Throws<ArgumentOutOfRangeException>("maxConcurrency", () => client.BatchAsync(["a"], maxConcurrency: 0, cancellationToken: Cancel));
        var tooLong = await Assert.ThrowsAsync<MapTilerException>(() => client.SearchAsync(new string('a', 10_000), cancellationToken: Cancel));

        Assert.Equal(MapTilerErrorReason.UriTooLong, tooLong.Reason);
        Assert.Empty(transport.Uris);
    }

    [Fact]
    public async Task BatchAsync_with_a_null_query_returns_its_error()
    {
        var transport = StubTransport.AlwaysJson("""[{"features":[],"query":["a"]},{"features":[],"query":["b"]}]""");
        using var services = Clients.Services(transport);

        var results = new List<GeocodingBatchResult>();
        await foreach (var result in services.Geocoding().BatchAsync(new string[] { "a", null!, "b" }, cancellationToken: Cancel))
            results.Add(result);

        Assert.Equal([0, 1, 2], results.Select(result => result.Index));
        Assert.Equal(["a", null, "b"], results.Select(result => result.Result?.Query[0]));
        Assert.Equal(MapTilerErrorReason.InvalidRequest, results[1].Error?.Reason);
        Assert.Contains("/geocoding/a;b.json", Assert.Single(transport.Uris), StringComparison.Ordinal);
    }

    [Fact]
    public async Task BatchAsync_with_a_failed_request_can_be_streamed_as_JSON()
    {
        using var services = Clients.Services(new StubTransport(_ => new HttpResponseMessage(HttpStatusCode.BadRequest)));
        using var body = new MemoryStream();

        await JsonSerializer.SerializeAsync(body, services.Geocoding().BatchAsync(["a", "b"], cancellationToken: Cancel), JsonSerializerOptions.Web, Cancel);

        var results = JsonSerializer.Deserialize<GeocodingBatchResult[]>(body.ToArray(), JsonSerializerOptions.Web)!;
        Assert.All(results, result => Assert.Equal(HttpStatusCode.BadRequest, result.Error!.StatusCode));
        Assert.Equal(["a", "b"], results.Select(result => result.Query.Query));
    }

    [Fact]
    public async Task BatchAsync_of_locations_sends_longitude_first_with_the_options_of_a_reverse_search()
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport);
        var locations = new[] { new LngLat(16.6, 49.2), new LngLat(8.5, 47.4) };

        await services.Geocoding().BatchAsync(locations, new() { Languages = ["de"], Types = [PlaceType.Country], Limit = 2 }, cancellationToken: Cancel).ToListAsync(Cancel);

        Assert.StartsWith("https://api.maptiler.com/geocoding/16.6,49.2;8.5,47.4.json?language=de&limit=2&types=country&", transport.Uris[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task BatchAsync_of_asynchronous_strings_searches_each()
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport);

        await services.Geocoding().BatchAsync(new[] { "Brno", "Praha" }.ToAsyncEnumerable(), cancellationToken: Cancel).ToListAsync(Cancel);

        Assert.StartsWith("https://api.maptiler.com/geocoding/Brno;Praha.json?", transport.Uris[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BoundingBox")]
    [InlineData("Proximity")]
    [InlineData("Countries")]
    [InlineData("FuzzyMatch")]
    [InlineData("Autocomplete")]
    public async Task BatchAsync_with_an_option_of_searches_returns_an_error_for_locations_and_ids(string option)
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport);
        var options = option switch
        {
            "BoundingBox" => new GeocodingSearchOptions { BoundingBox = new BoundingBox(0, 0, 1, 1) },
            "Proximity" => new() { Proximity = Proximity.Ip },
            "Countries" => new() { Countries = ["ch"] },
            "FuzzyMatch" => new() { FuzzyMatch = false },
            _ => new() { Autocomplete = false },
        };

        var results = await services.Geocoding().BatchAsync([new LngLat(8.5, 47.4), GeocodingQuery.ById("country.1"), "Brno"], options, cancellationToken: Cancel).ToListAsync(Cancel);

        Assert.Equal([MapTilerErrorReason.InvalidRequest, MapTilerErrorReason.InvalidRequest], results.Take(2).Select(result => result.Error!.Reason));
        Assert.Contains($"{option} is not valid. It does not apply to a location", results[0].Error!.Message, StringComparison.Ordinal);
        Assert.StartsWith("https://api.maptiler.com/geocoding/Brno.json?", Assert.Single(transport.Uris), StringComparison.Ordinal);
    }
}
