using System.Text.Json;
using System.Xml.Linq;

namespace MapTiler.Emulator.Tests;

public sealed class OgcEndpointsTests : EmulatorTest
{
    private static readonly XNamespace Wmts = "http://www.opengis.net/wmts/1.0";
    private static readonly XNamespace Ows = "http://www.opengis.net/ows/1.1";

    [Theory]
    [InlineData("/maps/streets-v4", 23, "/maps/streets-v4/3/4/2.png")]
    [InlineData("/tiles/v3", 16, "/tiles/v3/3/4/2.pbf")]
    public async Task Wmts_has_the_url_template_of_the_tiles(string root, int zooms, string tile)
    {
        var capabilities = XDocument.Parse(await GetTextAsync(root + "/WMTSCapabilities.xml")).Root!;
        var layer = Assert.Single(capabilities.Descendants(Wmts + "Layer"));
        var template = layer.Element(Wmts + "ResourceURL")!.Attribute("template")!.Value;
        var matrices = capabilities.Descendants(Wmts + "TileMatrix").ToArray();

        Assert.Equal(new Uri(Emulator.BaseAddress, WithKey(tile, Emulator.ApiKey)).AbsoluteUri,
            template.Replace("{TileMatrix}", "3", StringComparison.Ordinal).Replace("{TileCol}", "4", StringComparison.Ordinal).Replace("{TileRow}", "2", StringComparison.Ordinal));
        Assert.Equal(zooms, matrices.Length);
        Assert.Equal("0", matrices[0].Element(Ows + "Identifier")!.Value);
        Assert.Equal(279541132.0143589, (double)matrices[0].Element(Wmts + "ScaleDenominator")!, 1e-4);
        Assert.Equal("512", matrices[0].Element(Wmts + "TileWidth")!.Value);
    }

    [Theory]
    [InlineData("/maps/streets-v4", "map", "image/png", "/maps/streets-v4/3/4/2.png")]
    [InlineData("/tiles/v3", "vector", "application/vnd.mapbox-vector-tile", "/tiles/v3/3/4/2.pbf")]
    public async Task The_list_of_tilesets_links_to_a_tileset_and_that_to_its_tiles(string root, string dataType, string type, string tile)
    {
        var listed = Assert.Single((await GetJsonAsync(root + "/tiles")).GetProperty("tilesets").EnumerateArray());
        var tileset = await FollowAsync(Link(listed, "self"));

        Assert.True(JsonElement.DeepEquals(listed, tileset));
        Assert.True(JsonElement.DeepEquals(tileset, await GetJsonAsync(root + "/tiles/WebMercatorQuad")));
        Assert.Equal(dataType, tileset.GetProperty("dataType").GetString());
        Assert.Equal("http://www.opengis.net/def/crs/EPSG/0/3857", tileset.GetProperty("crs").GetString());
        var item = Link(tileset, "item");
        Assert.Equal((type, true), (item.GetProperty("type").GetString(), item.GetProperty("templated").GetBoolean()));
        Assert.Equal(new Uri(Emulator.BaseAddress, WithKey(tile, Emulator.ApiKey)).AbsoluteUri,
            item.GetProperty("href").GetString()!.Replace("{tileMatrix}", "3", StringComparison.Ordinal).Replace("{tileCol}", "4", StringComparison.Ordinal).Replace("{tileRow}", "2", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/maps/streets-v4", 512, 78271.516964)]
    [InlineData("/maps/streets-v4/256", 256, 156543.033928)]
    [InlineData("/tiles/v3", 512, 78271.516964)]
    public async Task The_tiling_scheme_of_a_tileset_is_its_tile_matrix_set(string root, int tileSize, double cellSize)
    {
        var tileset = await GetJsonAsync(root + "/tiles/WebMercatorQuad");
        var scheme = await FollowAsync(Link(tileset, "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme"));

        Assert.True(JsonElement.DeepEquals(scheme, await GetJsonAsync(root + "/tileMatrixSet")));
        Assert.Equal("WebMercatorQuad", scheme.GetProperty("id").GetString());
        var matrices = scheme.GetProperty("tileMatrices");
        Assert.Equal(cellSize, matrices[0].GetProperty("cellSize").GetDouble(), 1e-6);
        Assert.Equal(("3", 8, tileSize), (matrices[3].GetProperty("id").GetString(), matrices[3].GetProperty("matrixWidth").GetInt32(), matrices[3].GetProperty("tileWidth").GetInt32()));
        // The registered tile matrix set has tiles of 256 pixels.
        Assert.Equal(tileSize == 256, scheme.TryGetProperty("uri", out _));
        Assert.Equal(tileSize == 256, tileset.TryGetProperty("tileMatrixSetURI", out _));
    }

    [Fact]
    public async Task Conformance_is_the_same_at_both_paths()
    {
        var text = await GetTextAsync("/ogc/conformance");
        Assert.Contains("http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/core", text);
        Assert.Equal(text, await GetTextAsync("/conformance"));
    }

    private async Task<JsonElement> FollowAsync(JsonElement link)
    {
        using var response = await Client.GetAsync(new Uri(link.GetProperty("href").GetString()!), Cancellation);
        Assert.Equal(link.GetProperty("type").GetString(), response.Content.Headers.ContentType?.MediaType);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation)).RootElement;
    }

    private static JsonElement Link(JsonElement document, string relation) =>
        Assert.Single(document.GetProperty("links").EnumerateArray(), link => link.GetProperty("rel").GetString() == relation);
}
