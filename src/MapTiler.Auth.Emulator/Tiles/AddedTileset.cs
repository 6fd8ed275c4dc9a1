namespace MapTiler.Emulator;

/// <summary>A tile set that a test added.</summary>
internal sealed class AddedTileset(EmulatedTileset tileset) : Tileset
{
    public override TilesetDescription Description { get; } = new()
    {
        Name = tileset.Name,
        Description = tileset.Description,
        Attribution = tileset.Attribution,
        Format = tileset.Format,
        MinZoom = tileset.MinZoom,
        MaxZoom = tileset.MaxZoom,
        VectorLayers = [.. tileset.VectorLayers.Select(id => new VectorLayer(id))],
    };

    public override byte[]? Render(TileCoordinate tile) => tileset.Tiles(tile.Z, tile.X, tile.Y);
}
