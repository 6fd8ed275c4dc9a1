using System.Net;

namespace MapTiler.Emulator.Tests;

public sealed class EmulatedTilesetTests : EmulatorTest
{
    [Theory]
    [InlineData("maps/streets-v4", "png", 0, 22, "maps/streets-v4/{z}/{x}/{y}.png")]
    [InlineData("maps/streets-v4/256", "png", 0, 22, "maps/streets-v4/256/{z}/{x}/{y}.png")]
    [InlineData("maps/satellite-v4", "jpg", 0, 22, "maps/satellite-v4/{z}/{x}/{y}.jpg")]
    [InlineData("tiles/v3", "pbf", 0, 15, "tiles/v3/{z}/{x}/{y}.pbf")]
    [InlineData("tiles/countries", "pbf", 0, 11, "tiles/countries/{z}/{x}/{y}.pbf")]
    [InlineData("tiles/satellite-v2", "jpg", 0, 20, "tiles/satellite-v2/{z}/{x}/{y}.jpg")]
    [InlineData("tiles/terrain-rgb-v2", "webp", 0, 14, "tiles/terrain-rgb-v2/{z}/{x}/{y}.webp")]
    public async Task Tilejson_has_the_url_template_of_the_tiles(string path, string format, int minZoom, int maxZoom, string template)
    {
        var tileJson = await GetJsonAsync($"/{path}/tiles.json");

        Assert.Equal("2.1.0", tileJson.GetProperty("tilejson").GetString());
        Assert.Equal(format, tileJson.GetProperty("format").GetString());
        Assert.Equal(minZoom, tileJson.GetProperty("minzoom").GetInt32());
        Assert.Equal(maxZoom, tileJson.GetProperty("maxzoom").GetInt32());
        Assert.Equal(4, tileJson.GetProperty("bounds").GetArrayLength());
        Assert.Equal(3, tileJson.GetProperty("center").GetArrayLength());
        Assert.Equal($"{Emulator.BaseAddress}{template}?key={Emulator.ApiKey}", Assert.Single(tileJson.GetProperty("tiles").EnumerateArray()).GetString());
        Assert.Equal(format == "pbf", tileJson.TryGetProperty("vector_layers", out _));
    }

    [Fact]
    public async Task Added_tileset_returns_its_own_tiles()
    {
        Emulator.Add(new EmulatedTileset("my tiles/1")
        {
            Name = "Trails",
            Description = "Where to walk",
            Attribution = "me",
            Format = "png",
            MinZoom = 2,
            MaxZoom = 5,
            Tiles = (z, x, y) => x == y ? [(byte)z, (byte)x, (byte)y] : null,
        });
        var tileJson = await GetJsonAsync("/tiles/my%20tiles%2F1/tiles.json");

        Assert.Equal(("Trails", "Where to walk", "me", 2, 5), (
            tileJson.GetProperty("name").GetString(), tileJson.GetProperty("description").GetString(),
            tileJson.GetProperty("attribution").GetString(), tileJson.GetProperty("minzoom").GetInt32(), tileJson.GetProperty("maxzoom").GetInt32()));
        Assert.Equal([3, 1, 1], await GetBytesAsync("/tiles/my%20tiles%2F1/3/1/1"));
        await AssertStatusAsync(HttpStatusCode.NoContent, SendWithKeyAsync("/tiles/my%20tiles%2F1/3/1/2.png"));
        await AssertStatusAsync(HttpStatusCode.BadRequest, SendWithKeyAsync("/tiles/my%20tiles%2F1/1/1/1.png"));
        await AssertStatusAsync(HttpStatusCode.BadRequest, SendWithKeyAsync("/tiles/my%20tiles%2F1/6/1/1.png"));
    }

    [Fact]
    public async Task Added_tile_replaces_another_and_can_be_empty()
    {
        Emulator.AddTile("v3", 1, 0, 1, [1, 2, 3]);
        Emulator.AddTile("v3", 1, 1, 1, []);

        Assert.Equal([1, 2, 3], await GetBytesAsync("/tiles/v3/1/0/1.pbf"));
        Assert.Empty(await GetBytesAsync("/tiles/v3/1/1/1.pbf"));
        Assert.NotEmpty(await GetBytesAsync("/tiles/v3/1/0/0.pbf"));
    }

    [Theory]
    [InlineData(-1, 0, 0)]
    [InlineData(31, 0, 0)]
    [InlineData(1, 2, 0)]
    [InlineData(1, 0, -1)]
    public void Tile_out_of_range_throws(int z, int x, int y) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Emulator.AddTile("v3", z, x, y, []));

    [Theory]
    [InlineData("pbf")]
    [InlineData("png")]
    public async Task Missing_tile_of_an_added_tileset_is_204(string format)
    {
        Emulator.Add(new EmulatedTileset("mine") { Format = format });
        using var response = await SendWithKeyAsync("/tiles/mine/4/1/10");

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Null(response.Content.Headers.ContentType);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Cancellation));
    }
}
