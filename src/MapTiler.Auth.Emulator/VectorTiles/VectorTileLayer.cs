namespace MapTiler.Emulator;

/// <summary>A layer of a vector tile.</summary>
internal sealed class VectorTileLayer(string name)
{
    public const int PointType = 1;
    public const int LineType = 2;
    public const int PolygonType = 3;

    private const int Version = 2;

    private readonly Dictionary<string, uint> _keys = new(StringComparer.Ordinal);
    private readonly Dictionary<object, uint> _values = [];
    private readonly List<Action<ProtobufWriter>> _features = [];

    public void Add(ulong id, int type, IReadOnlyCollection<uint>? geometry, params ReadOnlySpan<(string Key, object? Value)> attributes)
    {
        if (geometry is not { Count: > 0 })
            return;

        var tags = new List<uint>();
        foreach (var (key, value) in attributes)
        {
            if (value is null)
                continue;
            tags.Add(IndexOf(_keys, key));
            tags.Add(IndexOf(_values, value));
        }

        _features.Add(feature =>
        {
            feature.Number(1, id);
            feature.Packed(2, tags);
            feature.Number(3, (ulong)type);
            feature.Packed(4, geometry);
        });
    }

    /// <summary>Appends the layer to a tile, unless it is empty.</summary>
    public void WriteTo(ProtobufWriter tile)
    {
        if (_features.Count > 0)
            tile.Message(3, WriteLayer);
    }

    private void WriteLayer(ProtobufWriter layer)
    {
        layer.Text(1, name);
        foreach (var feature in _features)
            layer.Message(2, feature);
        foreach (var key in _keys.Keys)
            layer.Text(3, key);
        foreach (var value in _values.Keys)
            layer.Message(4, message => WriteValue(message, value));
        layer.Number(5, TileGeometry.Extent);
        layer.Number(15, Version);
    }

    private static void WriteValue(ProtobufWriter message, object value)
    {
        switch (value)
        {
            case string text:
                message.Text(1, text);
                break;
            case double number:
                message.Double(3, number);
                break;
            case int number and >= 0:
                message.Number(5, (ulong)number);
                break;
            case int number:
                message.Number(6, ProtobufWriter.ZigZag(number));
                break;
            case bool flag:
                message.Number(7, flag ? 1u : 0);
                break;
            default:
                throw new ArgumentException($"A vector tile has no values of type {value.GetType()}.", nameof(value));
        }
    }

    private static uint IndexOf<T>(Dictionary<T, uint> indexes, T item)
        where T : notnull
    {
        if (!indexes.TryGetValue(item, out var index))
            indexes[item] = index = (uint)indexes.Count;
        return index;
    }
}
