using System.IO.Compression;
using System.Net;

namespace MapTiler.Emulator.Tests;

public sealed class TileEndpointTests : EmulatorTest
{
    private const string Tile = "/tiles/v4/4/8/5.pbf";

    [Theory]
    [InlineData("gzip", true)]
    [InlineData("br, gzip;q=0.5", true)]
    [InlineData("*", true)]
    [InlineData("gzip;q=0", false)]
    [InlineData("gzip;q=0, *", false)]
    [InlineData("br", false)]
    [InlineData("identity", false)]
    [InlineData(null, false)]
    public async Task Vector_tile_is_compressed_if_the_client_accepts_gzip(string? accepted, bool isCompressed)
    {
        using var response = await GetAsync(Tile, accepted is null ? [] : [("Accept-Encoding", accepted)]);
        var content = await response.Content.ReadAsByteArrayAsync(Cancellation);

        Assert.Equal(isCompressed ? ["gzip"] : [], response.Content.Headers.ContentEncoding);
        Assert.Equal(content.Length, response.Content.Headers.ContentLength);
        Assert.Equal(["Accept-Encoding"], response.Headers.Vary);
        Assert.Equal(await GetBytesAsync(Tile), isCompressed ? Decompress(content) : content);
    }

    [Fact]
    public async Task Image_tile_is_not_compressed()
    {
        using var response = await GetAsync("/tiles/terrain-rgb-v2/0/0/0.webp", ("Accept-Encoding", "gzip"));

        Assert.Empty(response.Content.Headers.ContentEncoding);
        Assert.Empty(response.Headers.Vary);
    }

    [Theory]
    [InlineData(Tile)]
    [InlineData("/tiles/v4/tiles.json")]
    [InlineData("/tiles/satellite-v2/1/0/0.jpg")]
    [InlineData("/maps/streets-v4/tiles.json")]
    public async Task Tile_and_tilejson_have_last_modified_and_are_cacheable(string path)
    {
        using var response = await GetAsync(path);

        Assert.NotNull(response.Content.Headers.LastModified);
        Assert.Equal("public, max-age=14400", response.Headers.CacheControl?.ToString());
    }

    [Theory]
    [InlineData(0, HttpStatusCode.NotModified)]
    [InlineData(1, HttpStatusCode.NotModified)]
    [InlineData(-1, HttpStatusCode.OK)]
    public async Task Tile_is_not_modified_since_its_own_time(int secondsLater, HttpStatusCode status)
    {
        using var first = await GetAsync(Tile);
        var time = first.Content.Headers.LastModified!.Value;
        using var second = await GetAsync(Tile, ("If-Modified-Since", time.AddSeconds(secondsLater).ToString("R")));

        Assert.Equal(status, second.StatusCode);
        Assert.Equal(status == HttpStatusCode.NotModified, (await second.Content.ReadAsByteArrayAsync(Cancellation)).Length == 0);
        Assert.Equal(time, second.Content.Headers.LastModified);
    }

    [Fact]
    public async Task If_none_match_counts_more_than_if_modified_since()
    {
        using var first = await GetAsync(Tile);
        using var second = await GetAsync(Tile, ("If-Modified-Since", first.Content.Headers.LastModified!.Value.ToString("R")), ("If-None-Match", "\"other\""));

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
    }

    [Fact]
    public async Task Tile_that_was_added_is_newer()
    {
        using var before = await GetAsync(Tile);
        Emulator.AddTile("v4", 4, 8, 5, [1, 2, 3]);
        using var after = await GetAsync(Tile, ("If-Modified-Since", before.Content.Headers.LastModified!.Value.ToString("R")));
        using var tileJson = await GetAsync("/tiles/v4/tiles.json");

        Assert.Equal([1, 2, 3], await after.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.True(after.Content.Headers.LastModified > before.Content.Headers.LastModified);
        Assert.Equal(after.Content.Headers.LastModified, tileJson.Content.Headers.LastModified);
    }

    [Theory]
    [InlineData("/tiles/outdoor/14/8580/5737.pbf")]
    [InlineData("/tiles/buildings/15/17160/11474")]
    [InlineData("/tiles/countries/4/1/10.pbf")]
    public async Task Vector_tile_without_features_is_200_with_no_byte(string path)
    {
        using var response = await GetAsync(path, ("Accept-Encoding", "gzip"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/x-protobuf", response.Content.Headers.ContentType?.ToString());
        Assert.Equal(0, response.Content.Headers.ContentLength);
        Assert.Empty(response.Content.Headers.ContentEncoding);
        Assert.NotNull(response.Content.Headers.LastModified);
    }

    [Theory]
    [InlineData("/tiles/outdoor/15/17160/11474.pbf")]
    [InlineData("/tiles/v4/16/0/0.pbf")]
    [InlineData("/tiles/contours/8/0/0.pbf")]
    public async Task Tile_outside_of_the_zooms_is_400(string path) =>
        await AssertStatusAsync(HttpStatusCode.BadRequest, SendWithKeyAsync(path));

    [Fact]
    public async Task Body_that_a_fault_replaces_is_not_declared_as_compressed()
    {
        Emulator.Faults.Add(new Fault { PathPrefix = "/tiles/", Body = "not a tile" });
        using var response = await GetAsync(Tile, ("Accept-Encoding", "gzip"));

        Assert.Empty(response.Content.Headers.ContentEncoding);
        Assert.Equal("not a tile", await response.Content.ReadAsStringAsync(Cancellation));
    }

    private Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync(WithKey(path, Emulator.ApiKey), null, headers);

    private static byte[] Decompress(byte[] content)
    {
        using var gzip = new GZipStream(new MemoryStream(content), CompressionMode.Decompress);
        using var decompressed = new MemoryStream();
        gzip.CopyTo(decompressed);
        return decompressed.ToArray();
    }
}
