namespace MapTiler.Emulator;

/// <summary>A layer of vector tiles as TileJSON describes it.</summary>
/// <param name="Id">The name of the layer.</param>
/// <param name="Fields">The attributes of its features.</param>
internal sealed record VectorLayer(string Id, params VectorField[] Fields)
{
    /// <summary>The first zoom with features; null for the first zoom of the tileset.</summary>
    public int? MinZoom { get; init; }

    /// <summary>The last zoom with features; null for the last zoom of the tileset.</summary>
    public int? MaxZoom { get; init; }

    public bool IsAt(int zoom) => !(zoom < MinZoom) && !(zoom > MaxZoom);
}
