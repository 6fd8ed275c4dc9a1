using System.Net;
using MapTiler.Maps;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Maps;

public sealed class AttributionTests
{
    private const string Uuid = "0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";

    [Fact]
    public async Task Attribution_of_a_map_includes_the_TileJSONs_of_sources_that_have_none()
    {
        var wire = Service($$$"""
            {"a":{"type":"vector","attribution":"&copy; MapTiler"},
             "b":{"type":"vector","url":"https://api.maptiler.com/tiles/v4/tiles.json?key=k"},
             "c":{"type":"raster","url":"https://api.maptiler.com/tiles/satellite-v2/tiles.json?key=k"},
             "{{{Uuid}}}":{"type":"vector","url":"https://api.maptiler.com/tiles/{{{Uuid}}}/tiles.json?key=k"},
             "again":{"type":"vector","url":"https://api.maptiler.com/tiles/v4/tiles.json?key=k"},
             "known":{"type":"vector","url":"https://api.maptiler.com/tiles/v3/tiles.json?key=k","attribution":"own"}}
            """);

        Assert.Equal("&copy; MapTiler own of satellite-v2 of " + Uuid, await AttributionAsync(wire));
        Assert.Equal(
            ["/maps/m/style.json", $"/tiles/{Uuid}/tiles.json", "/tiles/satellite-v2/tiles.json", "/tiles/v4/tiles.json"],
            wire.Uris.Select(uri => new Uri(uri).AbsolutePath).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("https://tiles.example/tiles/v3/tiles.json")]
    [InlineData("https://api.maptiler.com.example/tiles/v3/tiles.json")]
    [InlineData("https://api.maptiler.com/x/tiles/v3/tiles.json")]
    [InlineData("http://api.maptiler.com/tiles/v3/tiles.json")]
    [InlineData("https://api.maptiler.com/tiles/../tiles.json")]
    [InlineData("https://api.maptiler.com/tiles/%2e%2e/tiles.json")]
    [InlineData("https://api.maptiler.com/tiles//tiles.json")]
    [InlineData("/tiles/v3/tiles.json")]
    [InlineData("nothing")]
    public async Task Attribution_of_a_source_that_is_not_at_the_base_address_is_not_requested(string url)
    {
        var wire = Service($$"""{"a":{"type":"vector","url":"{{url}}"},"b":{"type":"geojson"},"c":null}""");

        Assert.Null(await AttributionAsync(wire));
        Assert.Single(wire.Uris);
    }

    [Theory]
    [InlineData("""{"a":{"attribution":"<b>A</b>"},"b":{"attribution":"<b>A</b> <b>B</b>"},"c":{"attribution":"<b>B</b>"}}""", "<b>A</b> <b>B</b>")]
    [InlineData("""{"a":{"attribution":" A "},"b":{"attribution":""},"c":{"attribution":"C"}}""", "A C")]
    public async Task Attribution_that_is_part_of_another_is_not_repeated(string sources, string expected) =>
        Assert.Equal(expected, await AttributionAsync(Service(sources)));

    [Fact]
    public async Task Attribution_fails_if_a_TileJSON_cannot_be_read()
    {
        var wire = new Wire(request => request.RequestUri!.AbsolutePath.EndsWith("style.json", StringComparison.Ordinal)
            ? Wire.Json("""{"layers":[],"sources":{"a":{"url":"https://api.maptiler.com/tiles/gone/tiles.json"}}}""")
            : Wire.Text("Not found", "text/plain", HttpStatusCode.NotFound));

        var error = await Assert.ThrowsAsync<MapTilerException>(() => AttributionAsync(wire));

        Assert.Equal((MapTilerErrorReason.NotFound, "/tiles/{tilesId}/tiles.json"), (error.Reason, error.Endpoint));
    }

    private static Wire Service(string sources) => new(request => request.RequestUri!.Segments is [.., var id, "tiles.json"]
        ? Wire.Json($$"""{"tilejson":"2.1.0","attribution":"{{(id == "v4/" ? "&copy; MapTiler" : "of " + id.TrimEnd('/'))}}","tiles":["https://api.maptiler.com/tiles/{{id}}{z}/{x}/{y}.pbf?key=k"]}""")
        : Wire.Json($$"""{"layers":[],"sources":{{sources}}}"""));

    private static async Task<string?> AttributionAsync(Wire wire)
    {
        using var services = Clients.Services(wire);
        return await services.GetRequiredService<MapsClient>().GetAttributionAsync("m", TestContext.Current.CancellationToken);
    }
}
