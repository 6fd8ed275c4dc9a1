namespace MapTiler.Tool.TileStores;

/// <summary>Where downloaded tiles are saved.</summary>
internal interface ITileStore : IDisposable
{
    bool Contains(TileCoordinate tile);

    /// <summary>Creates what does not exist yet. Before that, the store is only read.</summary>
    void Create();

    ValueTask AddAsync(TileCoordinate tile, ReadOnlyMemory<byte> bytes, string extension, CancellationToken cancellationToken);
}
