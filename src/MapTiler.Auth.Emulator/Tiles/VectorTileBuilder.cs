using MapTiler.Emulator.World;
using NetTopologySuite.Features;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.VectorTiles;
using NetTopologySuite.IO.VectorTiles.Mapbox;

namespace MapTiler.Emulator.Tiles;

/// <summary>Collects the features of a vector tile. Layers that the description does not have at the tile's zoom level stay empty.</summary>
internal sealed class VectorTileBuilder
{
    private const int Extent = 4096;

    // Not a round number, so that no point of a shape is exactly on a side.
    private const double Buffer = 64.137;

    // The writer reads the id of a feature from an attribute. It does not write attributes whose name is empty.
    private const string IdAttribute = "";

    private readonly VectorTile _tile;
    private readonly Dictionary<string, Layer> _layers;

    public VectorTileBuilder(TilesetDescription description, TileCoordinate tile)
    {
        _tile = new() { TileId = new NetTopologySuite.IO.VectorTiles.Tiles.Tile(tile.X, tile.Y, tile.Z).Id };
        _layers = description.VectorLayers.Where(l => l.IsAt(tile.Z)).ToDictionary(l => l.Id, l => new Layer { Name = l.Id }, StringComparer.Ordinal);
        Bounds = tile.Bounds.Grown(tile.Bounds.Width * Buffer / Extent);
    }

    /// <summary>The tile and its buffer.</summary>
    public MercatorBounds Bounds { get; }

    public void AddPoint(string layer, int id, MercatorPoint point, params ReadOnlySpan<(string Key, object? Value)> attributes)
    {
        if (Bounds.Contains(point))
            Add(layer, id, new Point(ToDegrees(point)), attributes);
    }

    public void AddLines(string layer, int id, IEnumerable<MercatorPath> lines, params ReadOnlySpan<(string Key, object? Value)> attributes)
    {
        if (_layers.ContainsKey(layer))
            Add(layer, id, new MultiLineString([.. lines.SelectMany(Bounds.Clip).Select(part => new LineString([.. part.Select(ToDegrees)]))]), attributes);
    }

    public void AddArea(string layer, int id, IEnumerable<IReadOnlyList<IReadOnlyList<MercatorPoint>>> polygons, params ReadOnlySpan<(string Key, object? Value)> attributes)
    {
        if (_layers.ContainsKey(layer))
            Add(layer, id, new MultiPolygon([.. polygons.Where(rings => rings[0].Count >= 3).Select(ToPolygon)]), attributes);
    }

    /// <summary>The encoded tile; null if it has no features.</summary>
    public byte[]? Build()
    {
        foreach (var layer in _layers.Values.Where(l => l.Features.Count > 0))
            _tile.Layers.Add(layer);
        using var content = new MemoryStream();
        _tile.Write(content, minLinealExtent: 0, minPolygonalExtent: 0, Extent, IdAttribute);
        return content.Length == 0 ? null : content.ToArray();
    }

    private void Add(string layer, int id, Geometry geometry, ReadOnlySpan<(string Key, object? Value)> attributes)
    {
        if (geometry.IsEmpty || !_layers.TryGetValue(layer, out var target))
            return;
        var table = new AttributesTable { { IdAttribute, id } };
        foreach (var (key, value) in attributes)
        {
            if (value is not null)
                table.Add(key, value is int number and >= 0 ? (uint)number : value);
        }

        target.Features.Add(new Feature(geometry, table));
    }

    private static Polygon ToPolygon(IReadOnlyList<IReadOnlyList<MercatorPoint>> rings) =>
        new(ToRing(rings[0]), [.. rings.Skip(1).Where(ring => ring.Count >= 3).Select(ToRing)]);

    private static LinearRing ToRing(IReadOnlyList<MercatorPoint> ring) => new([.. ring.Select(ToDegrees), ToDegrees(ring[0])]);

    private static Coordinate ToDegrees(MercatorPoint point) => new(WebMercator.Longitude(point.X), WebMercator.Latitude(point.Y));
}
