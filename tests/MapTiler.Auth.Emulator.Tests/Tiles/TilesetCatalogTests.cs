using MapTiler.Emulator.Geocoding;
using MapTiler.Emulator.Tiles;
using SkiaSharp;

namespace MapTiler.Emulator.Tests;

/// <summary>Every tileset that styles of the service name is there, with its layers.</summary>
public sealed class TilesetCatalogTests : EmulatorTest
{
    [Theory]
    [InlineData("v4", 15, "country_border", "city_label", "poi_food", "building", "water")]
    [InlineData("v3", 15, "globallandcover", "landcover", "landuse", "transportation", "place", "poi", "housenumber")]
    [InlineData("v3-openmaptiles", 14, "landcover", "transportation_name", "aerodrome_label")]
    [InlineData("contours", 14, "contour", "contour_ft")]
    [InlineData("contours-v2", 14, "contour", "contour_ft")]
    [InlineData("landform", 14, "cliff", "cliff_label", "peak", "ridge", "ridge_label", "saddle", "volcano")]
    [InlineData("outdoor", 14, "outdoor_poi", "ski", "trail")]
    [InlineData("ocean", 14, "contour", "contour_line", "landform", "water_name")]
    [InlineData("land", 14, "land")]
    [InlineData("buildings", 15, "building", "building_entrance", "building_label")]
    [InlineData("countries", 11, "administrative")]
    public async Task Vector_tileset_declares_its_layers(string id, int maxZoom, params string[] layers)
    {
        var tileJson = await GetJsonAsync($"/tiles/{id}/tiles.json");

        Assert.Equal(("pbf", maxZoom), (tileJson.GetProperty("format").GetString(), tileJson.GetProperty("maxzoom").GetInt32()));
        var declared = tileJson.GetProperty("vector_layers").EnumerateArray().ToDictionary(l => l.GetProperty("id").GetString()!);
        Assert.Superset(layers.ToHashSet(), declared.Keys.ToHashSet());
        foreach (var layer in declared.Values)
        {
            Assert.InRange(layer.GetProperty("minzoom").GetInt32(), tileJson.GetProperty("minzoom").GetInt32(), layer.GetProperty("maxzoom").GetInt32());
            Assert.InRange(layer.GetProperty("maxzoom").GetInt32(), 0, maxZoom);
            Assert.All(layer.GetProperty("fields").EnumerateObject(), f => Assert.Contains(f.Value.GetString(), (string[])["String", "Number", "Boolean"]));
        }
    }

    [Theory]
    [InlineData("satellite-v2", "jpg")]
    [InlineData("satellite-v4", "jpg")]
    [InlineData("terrain-rgb-v2", "webp")]
    [InlineData("ocean-rgb", "webp")]
    [InlineData("land-gradient", "webp")]
    [InlineData("hand-drawn-hillshade", "webp")]
    public async Task Raster_tileset_has_images_of_512_pixels(string id, string format)
    {
        var tileJson = await GetJsonAsync($"/tiles/{id}/tiles.json");
        using var image = SKBitmap.Decode(await GetBytesAsync($"/tiles/{id}/4/8/5.{format}"));

        Assert.Equal(format, tileJson.GetProperty("format").GetString());
        Assert.Equal((512, 512), (image.Width, image.Height));
        Assert.True(image.Pixels.Distinct().Count() > 10);
    }

    [Fact]
    public async Task V4_declares_74_layers_with_fields_of_three_types()
    {
        var layers = (await GetJsonAsync("/tiles/v4/tiles.json")).GetProperty("vector_layers").EnumerateArray().ToDictionary(l => l.GetProperty("id").GetString()!);

        Assert.Equal(74, layers.Count);
        var border = layers["country_border"].GetProperty("fields");
        Assert.Equal(("String", "Boolean"), (border.GetProperty("admin_l").GetString(), border.GetProperty("maritime").GetString()));
        Assert.Equal("Number", layers["city_label"].GetProperty("fields").GetProperty("capital").GetString());
        Assert.Equal((0, 3), (layers["continent_label"].GetProperty("minzoom").GetInt32(), layers["continent_label"].GetProperty("maxzoom").GetInt32()));
        Assert.Equal((15, 15), (layers["tree"].GetProperty("minzoom").GetInt32(), layers["tree"].GetProperty("maxzoom").GetInt32()));
        Assert.DoesNotContain(layers.Keys, id => id is "transportation" or "place" or "boundary" or "landuse" or "landcover" or "poi" or "water_name");
    }

    [Fact]
    public async Task Ocean_has_names_of_seas() =>
        Assert.Contains("Mediterranean Sea", VectorTile.Read(await GetBytesAsync("/tiles/ocean/4/8/6.pbf")).Layers.Single(l => l.Name == "water_name").Features.Select(f => f.Attributes["name"]));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Country_has_a_unique_id_that_is_the_same_at_every_zoom(int zoom)
    {
        var countries = new CountriesTileset(Gazetteer.Shared);
        var features = TileAssert.Tiles(zoom).SelectMany(t => TileAssert.Layer(countries, t, "administrative")).ToArray();

        Assert.All(features.GroupBy(f => f.Id), g => Assert.Single(g.Select(f => f.Attributes["name"]).Distinct()));
        Assert.All(features.GroupBy(f => f.Attributes["name"]), g => Assert.Single(g.Select(f => f.Id).Distinct()));
        Assert.Contains(features, f => f.Id == 756 && Equals(f.Attributes["iso_a2"], "CH"));
        Assert.DoesNotContain(features, f => f.Id == 0);
    }
}
