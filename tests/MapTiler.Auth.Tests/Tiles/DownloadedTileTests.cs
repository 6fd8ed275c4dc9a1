using MapTiler.Tiles;

namespace MapTiler.Tests.Tiles;

public sealed class DownloadedTileTests
{
    [Fact]
    public void DownloadedTile_ToString_returns_the_tile_with_its_size_or_error()
    {
        var tile = new TileCoordinate(2, 1, 0);

        Assert.Equal($"{tile}: 3 bytes", new DownloadedTile { Tile = tile, Bytes = new byte[3] }.ToString());
        Assert.Equal($"{tile}: no content", new DownloadedTile { Tile = tile }.ToString());
        Assert.Equal($"{tile}: NotFound", new DownloadedTile { Tile = tile, Error = new MapTilerException(MapTilerErrorReason.NotFound, "m") }.ToString());
    }
}
