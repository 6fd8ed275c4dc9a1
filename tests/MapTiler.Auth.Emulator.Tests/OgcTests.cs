using System.Text.Json;
using System.Xml.Linq;

namespace MapTiler.Emulator.Tests;

public sealed class OgcTests : EmulatorTest
{
    private static readonly XNamespace Wmts = "http://www.opengis.net/wmts/1.0";
    private static readonly XNamespace Ows = "http://www.opengis.net/ows/1.1";

    [Theory]
    [InlineData("/maps/streets-v4", 23, "/maps/streets-v4/3/4/2.png")]
    [InlineData("/tiles/v3", 16, "/tiles/v3/3/4/2.pbf")]
    public async Task Wmts_leads_to_tiles(string root, int zooms, string tile)
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
    [InlineData("/maps/streets-v4")]
    [InlineData("/tiles/v3")]
    public async Task The_landing_page_leads_to_the_tile_matrix_set(string root)
    {
        var landing = await GetJsonAsync(root + "/tiles");
        var tileset = Assert.Single(landing.GetProperty("tilesets").EnumerateArray());
        var scheme = tileset.GetProperty("links").EnumerateArray().Single(l => l.GetProperty("rel").GetString()!.EndsWith("tiling-scheme", StringComparison.Ordinal));
        using var response = await Client.GetAsync(new Uri(scheme.GetProperty("href").GetString()!), Cancellation);
        var followed = await response.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal(followed, await GetTextAsync(root + "/tileMatrixSet"));
        Assert.Equal(followed, await GetTextAsync(root + "/tiles/WebMercatorQuad"));
        var matrixSet = JsonDocument.Parse(followed).RootElement;
        Assert.Equal("WebMercatorQuad", matrixSet.GetProperty("id").GetString());
        var third = matrixSet.GetProperty("tileMatrices")[3];
        Assert.Equal(("3", 8, 512), (third.GetProperty("id").GetString(), third.GetProperty("matrixWidth").GetInt32(), third.GetProperty("tileWidth").GetInt32()));
    }

    [Fact]
    public async Task Conformance_is_the_same_at_both_paths()
    {
        var text = await GetTextAsync("/ogc/conformance");
        Assert.Contains("http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/core", text);
        Assert.Equal(text, await GetTextAsync("/conformance"));
    }
}
