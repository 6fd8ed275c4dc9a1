using MapTiler.Emulator.Tiles;

namespace MapTiler.Emulator.Tests;

/// <summary>What must hold for the tiles of every vector tileset.</summary>
internal static class TileAssert
{
    /// <summary>All tiles of a zoom.</summary>
    public static IEnumerable<TileCoordinate> Tiles(int zoom) =>
        from x in Enumerable.Range(0, 1 << zoom)
        from y in Enumerable.Range(0, 1 << zoom)
        select new TileCoordinate(zoom, x, y);

    public static IReadOnlyList<VectorTile.Feature> Layer(Tileset tileset, TileCoordinate tile, string name) =>
        VectorTile.Read(tileset.Render(tile) ?? []).Layers.SingleOrDefault(l => l.Name == name)?.Features ?? [];

    /// <summary>A tile has only the layers, zooms, fields and types that the TileJSON declares, and unique ids in each layer.</summary>
    public static void IsAsDeclared(Tileset tileset, TileCoordinate tile)
    {
        var declared = tileset.Description.VectorLayers.ToDictionary(l => l.Id);
        foreach (var layer in VectorTile.Read(tileset.Render(tile) ?? []).Layers)
        {
            Assert.True(declared[layer.Name].IsAt(tile.Z), $"{layer.Name} at zoom {tile.Z}");
            Assert.Equal(layer.Features.Count, layer.Features.Select(f => f.Id).Distinct().Count());
            var types = declared[layer.Name].Fields.ToDictionary(f => f.Name, f => f.Type);
            foreach (var (key, value) in layer.Features.SelectMany(f => f.Attributes))
                Assert.Equal(value is string ? "String" : value is bool ? "Boolean" : "Number", types[key]);
        }
    }
}
