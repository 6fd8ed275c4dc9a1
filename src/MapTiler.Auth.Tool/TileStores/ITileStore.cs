namespace MapTiler.Tool.TileStores;

/// <summary>Where downloaded tiles are saved.</summary>
internal interface ITileStore : IDisposable
{
    bool Contains(TileCoordinate tile);

    /// <summary>Creates what does not exist yet. Before that, the store is only read.</summary>
    void Create();

    /// <param name="tile">The tile.</param>
    /// <param name="bytes">The content; an empty one is stored, too, so that the tile is not requested again.</param>
    /// <param name="extension">The file extension of the content.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    ValueTask AddAsync(TileCoordinate tile, ReadOnlyMemory<byte> bytes, string extension, CancellationToken cancellationToken);
}
