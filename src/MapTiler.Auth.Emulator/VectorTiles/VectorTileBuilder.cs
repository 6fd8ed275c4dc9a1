namespace MapTiler.Emulator;

/// <summary>Collects the features of a vector tile. Layers that the description does not have at the tile's zoom stay empty.</summary>
internal sealed class VectorTileBuilder
{
    private readonly TileGeometry _geometry;
    private readonly Dictionary<string, VectorTileLayer> _layers;

    public VectorTileBuilder(TilesetDescription description, TileCoordinate tile)
    {
        _geometry = new(tile);
        _layers = description.VectorLayers.Where(l => l.IsAt(tile.Z)).ToDictionary(l => l.Id, l => new VectorTileLayer(l.Id), StringComparer.Ordinal);
    }

    /// <summary>The tile and its buffer.</summary>
    public MercatorBounds Bounds => _geometry.Bounds;

    public void AddPoint(string layer, int id, MercatorPoint point, params ReadOnlySpan<(string Key, object? Value)> attributes)
    {
        if (_layers.TryGetValue(layer, out var target))
            target.Add((ulong)id, VectorTileLayer.PointType, _geometry.Point(point), attributes);
    }

    public void AddLines(string layer, int id, IEnumerable<MercatorPath> lines, params ReadOnlySpan<(string Key, object? Value)> attributes)
    {
        if (_layers.TryGetValue(layer, out var target))
            target.Add((ulong)id, VectorTileLayer.LineType, _geometry.Lines(lines), attributes);
    }

    public void AddArea(string layer, int id, IEnumerable<IReadOnlyList<IReadOnlyList<MercatorPoint>>> polygons, params ReadOnlySpan<(string Key, object? Value)> attributes)
    {
        if (_layers.TryGetValue(layer, out var target))
            target.Add((ulong)id, VectorTileLayer.PolygonType, _geometry.Polygons(polygons), attributes);
    }

    /// <summary>The encoded tile; null if it has no features.</summary>
    public byte[]? Build()
    {
        var tile = new ProtobufWriter();
        foreach (var layer in _layers.Values)
            layer.WriteTo(tile);
        return tile.Written.IsEmpty ? null : tile.Written.ToArray();
    }
}
