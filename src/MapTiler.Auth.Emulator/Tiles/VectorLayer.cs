namespace MapTiler.Emulator;

/// <summary>What TileJSON tells about a layer of vector tiles.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Fields">Its attributes.</param>
internal sealed record VectorLayer(string Id, params VectorField[] Fields);
