namespace MapTiler.Emulator;

/// <summary>A source of a style.</summary>
/// <param name="Id">The id of the source.</param>
/// <param name="Tileset">The id of the tileset that it reads.</param>
/// <param name="Type">The type as styles spell it, <c>vector</c>, <c>raster</c> or <c>raster-dem</c>.</param>
internal sealed record StyleSource(string Id, string Tileset, string Type = "vector");
