namespace MapTiler.Tool.TileStores;

/// <summary>Where downloaded tiles are saved.</summary>
internal interface ITileStore : IDisposable
{
    bool Contains(TileCoordinate tile);

    ValueTask AddAsync(TileCoordinate tile, ReadOnlyMemory<byte> bytes, string extension, CancellationToken cancellationToken);
}
