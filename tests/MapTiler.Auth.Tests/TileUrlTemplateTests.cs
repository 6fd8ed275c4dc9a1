using System.Text.Json;
using MapTiler.Maps;
using MapTiler.Tiles;

namespace MapTiler.Tests;

public class TileUrlTemplateTests
{
    private const string Origin = "https://api.maptiler.com";

    /// <summary>The methods that make templates.</summary>
    public static readonly IReadOnlyList<string> Methods = [nameof(MapTilerUrlBuilder.MapTileTemplate), nameof(MapTilerUrlBuilder.TileTemplate)];

    [Fact]
    public void Template_has_its_placeholders_and_one_key()
    {
        var urls = new MapTilerUrlBuilder("k/y");

        Assert.Equal(Origin + "/maps/streets-v4/{z}/{x}/{y}.png?key=k%2Fy", urls.MapTileTemplate("streets-v4").Template);
        Assert.Equal(Origin + "/maps/streets-v4/256/{z}/{x}/{y}@2x.webp?key=k%2Fy", urls.MapTileTemplate("streets-v4", new() { TileSize = 256, HighDpi = true, Format = ImageFormat.WebP }).Template);
        Assert.Equal(Origin + "/tiles/satellite-v2/{z}/{x}/{y}.jpg?key=k%2Fy", urls.TileTemplate(TilesetIds.SatelliteV2, "jpg").Template);
        Assert.Equal(Origin + "/tiles/v3/{z}/{x}/{y}.pbf?key=k%2Fy", urls.TileTemplate(TilesetIds.V3, "pbf").Template);
        Assert.Equal(Origin + "/tiles/m%C3%A1%2Fid/{z}/{x}/{y}", new MapTilerUrlBuilder().TileTemplate("má/id").Template);
    }

    [Theory]
    [InlineData("{z}", "{x}", "{y}", "/maps/m/{z}/{x}/{y}.png")]
    [InlineData("{level}", "{col}", "{row}", "/maps/m/{level}/{col}/{row}.png")]
    [InlineData("{0}", "{1}", "{2}", "/maps/m/{0}/{1}/{2}.png")]
    public void WithPlaceholders_returns_the_placeholders_of_other_libraries(string z, string x, string y, string expected) =>
        Assert.Equal(Origin + expected, new MapTilerUrlBuilder().MapTileTemplate("m").WithPlaceholders(z, x, y));

    [Theory]
    [InlineData(0, 0, 0, "/maps/m/256/0/0/0@2x.png?key=k")]
    [InlineData(3, 4, 2, "/maps/m/256/3/4/2@2x.png?key=k")]
    [InlineData(10, 10, 1023, "/maps/m/256/10/10/1023@2x.png?key=k")]
    [InlineData(22, 4194303, 1000000, "/maps/m/256/22/4194303/1000000@2x.png?key=k")]
    public void Fill_returns_the_URL_of_the_tile(int z, int x, int y, string expected)
    {
        var urls = new MapTilerUrlBuilder("k");
        var options = new RasterTileOptions { TileSize = 256, HighDpi = true };

        var filled = urls.MapTileTemplate("m", options).Fill(new TileCoordinate(z, x, y));

        Assert.Equal(Origin + expected, filled);
        Assert.Equal(filled, urls.MapTile("m", new TileCoordinate(z, x, y), options).AbsoluteUri);
    }

    [Fact]
    public void Template_has_tile_size_zooms_and_attribution()
    {
        var map = new MapTilerUrlBuilder().MapTileTemplate("m", new() { TileSize = 256 });
        var set = new MapTilerUrlBuilder().TileTemplate("terrain-rgb-v2", "webp", tileSize: 514, maxZoom: 12);

        Assert.Equal((256, 0, 22), (map.TileSize, map.MinZoom, map.MaxZoom));
        Assert.Contains("MapTiler", map.Attribution, StringComparison.Ordinal);
        Assert.Contains("OpenStreetMap", map.Attribution, StringComparison.Ordinal);
        Assert.Equal((514, 0, 12, null), (set.TileSize, set.MinZoom, set.MaxZoom, set.Attribution));
    }

    [Fact]
    public void Fill_with_a_tile_outside_of_the_zooms_throws()
    {
        var urls = new MapTilerUrlBuilder();

        Assert.Throws<ArgumentOutOfRangeException>("tile", () => urls.MapTileTemplate("m").Fill(new(23, 0, 0)));
        Assert.Throws<ArgumentOutOfRangeException>("tile", () => urls.MapTile("m", new(23, 0, 0)));
        Assert.Throws<ArgumentOutOfRangeException>("tile", () => urls.TileTemplate("t", maxZoom: 12).Fill(new(13, 0, 0)));
    }

    [Fact]
    public void Template_of_a_builder_that_signs_throws_with_the_alternative()
    {
        var urls = new MapTilerUrlBuilder(TestToken.Value);

        Assert.Contains("Sign the URL of each tile", Assert.Throws<InvalidOperationException>(() => urls.MapTileTemplate("m")).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => urls.TileTemplate("v3"));
    }

    [Fact]
    public void ToString_of_a_template_does_not_contain_the_key()
    {
        var template = new MapTilerUrlBuilder(Secrets.Key).MapTileTemplate("m");

        Assert.Equal(Origin + "/maps/m/{z}/{x}/{y}.png?***", template.ToString());
    }

    [Fact]
    public void TileUrlTemplate_serialized_as_JSON_does_not_contain_the_key() =>
        Assert.DoesNotContain(Secrets.Key, JsonSerializer.Serialize(new MapTilerUrlBuilder(Secrets.Key).MapTileTemplate("m")), StringComparison.Ordinal);

    [Fact]
    public void Option_that_the_service_rejects_throws()
    {
        var urls = new MapTilerUrlBuilder();

        Assert.Throws<ArgumentOutOfRangeException>("options", () => urls.MapTileTemplate("m", new() { TileSize = 1024 }));
        Assert.Throws<ArgumentOutOfRangeException>("options", () => urls.MapTile("m", default, new() { TileSize = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>("tileSize", () => urls.MapTileJson("m", 128));
        Assert.Throws<ArgumentOutOfRangeException>("options", () => urls.MapTileTemplate("m", new() { Format = (ImageFormat)7 }));
        Assert.Throws<ArgumentOutOfRangeException>("format", () => urls.Sprite("s", (SpriteFormat)7));
        Assert.Throws<ArgumentException>("extension", () => urls.Tile("v3", default, ".pbf"));
        Assert.Throws<ArgumentException>("extension", () => urls.TileTemplate("v3", "pbf?key=x"));
        Assert.Throws<ArgumentOutOfRangeException>("maxZoom", () => urls.TileTemplate("v3", maxZoom: 31));
        Assert.Throws<ArgumentOutOfRangeException>("tileSize", () => urls.TileTemplate("v3", tileSize: 0));
        Assert.Throws<ArgumentOutOfRangeException>("start", () => urls.Glyphs("Roboto", 100));
        Assert.Throws<ArgumentOutOfRangeException>("start", () => urls.Glyphs("Roboto", 65536));
        Assert.Throws<ArgumentOutOfRangeException>("start", () => urls.Glyphs("Roboto", -256));
        Assert.Throws<ArgumentException>("fontstack", () => urls.Glyphs("Roboto,,Noto", 0));
    }
}
