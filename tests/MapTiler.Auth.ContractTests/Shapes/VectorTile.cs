using System.Text;
using System.Text.Json.Nodes;

namespace MapTiler.ContractTests;

/// <summary>Reads Mapbox Vector Tiles, without their geometries.</summary>
internal static class VectorTile
{
    /// <summary><c>{ "water": { "version": 2, "extent": 4096, "features": [{ "type": "polygon", "class": "ocean" }] } }</c>.</summary>
    /// <remarks>The properties of a feature are its members, beside <c>type</c>; an id is left out.</remarks>
    public static JsonObject ToJson(ReadOnlySpan<byte> tile)
    {
        var layers = new JsonObject();
        var reader = new Reader(tile);
        while (reader.Read())
        {
            if (reader.Field != 3)
                throw new InvalidDataException($"A vector tile has layers, not a field {reader.Field}.");
            var (name, layer) = ReadLayer(reader.Bytes);
            layers.Add(name, layer);
        }

        return layers;
    }

    private static (string Name, JsonObject Layer) ReadLayer(ReadOnlySpan<byte> bytes)
    {
        var (name, keys, values, features) = ("", new List<string>(), new List<JsonNode?>(), new List<byte[]>());
        var layer = new JsonObject { ["version"] = 1, ["extent"] = 4096 };
        var reader = new Reader(bytes);
        while (reader.Read())
        {
            switch (reader.Field)
            {
                case 1: name = reader.Text; break;
                case 2: features.Add(reader.Bytes.ToArray()); break;
                case 3: keys.Add(reader.Text); break;
                case 4: values.Add(ReadValue(reader.Bytes)); break;
                case 5: layer["extent"] = reader.Number; break;
                case 15: layer["version"] = reader.Number; break;
                default: break;
            }
        }

        layer["features"] = new JsonArray([.. features.Select(feature => ReadFeature(feature, keys, values))]);
        return (name, layer);
    }

    private static JsonObject ReadFeature(ReadOnlySpan<byte> bytes, List<string> keys, List<JsonNode?> values)
    {
        var feature = new JsonObject();
        var reader = new Reader(bytes);
        while (reader.Read())
        {
            if (reader.Field == 3)
                feature["type"] = reader.Number switch { 1 => "point", 2 => "line", 3 => "polygon", _ => "unknown" };
            if (reader.Field != 2)
                continue;
            var tags = new Reader(reader.Bytes);
            while (!tags.IsAtEnd)
                feature[keys[(int)tags.ReadNumber()]] = values[(int)tags.ReadNumber()]?.DeepClone();
        }

        return feature;
    }

    private static JsonValue? ReadValue(ReadOnlySpan<byte> bytes)
    {
        var reader = new Reader(bytes);
        return !reader.Read() ? null : reader.Field switch
        {
            1 => JsonValue.Create(reader.Text),
            2 => JsonValue.Create(BitConverter.ToSingle(reader.Bytes)),
            3 => JsonValue.Create(BitConverter.ToDouble(reader.Bytes)),
            6 => JsonValue.Create((reader.Number >> 1) ^ -(reader.Number & 1)),
            7 => JsonValue.Create(reader.Number != 0),
            _ => JsonValue.Create(reader.Number),
        };
    }

    /// <summary>Reads the fields of a protobuf message.</summary>
    private ref struct Reader(ReadOnlySpan<byte> message)
    {
        private ReadOnlySpan<byte> _rest = message;

        public int Field { get; private set; }

        public long Number { get; private set; }

        public ReadOnlySpan<byte> Bytes { get; private set; }

        public readonly string Text => Encoding.UTF8.GetString(Bytes);

        public readonly bool IsAtEnd => _rest.IsEmpty;

        public bool Read()
        {
            if (IsAtEnd)
                return false;
            var tag = ReadNumber();
            Field = (int)(tag >> 3);
            switch (tag & 7)
            {
                case 0: Number = ReadNumber(); break;
                case 1: Take(8); break;
                case 2: Take((int)ReadNumber()); break;
                case 5: Take(4); break;
                default: throw new InvalidDataException($"A protobuf message has no wire type {tag & 7}.");
            }

            return true;
        }

        public long ReadNumber()
        {
            long number = 0;
            for (var shift = 0; ; shift += 7)
            {
                var next = _rest[0];
                _rest = _rest[1..];
                number |= (long)(next & 0x7F) << shift;
                if (next < 0x80)
                    return number;
            }
        }

        private void Take(int count)
        {
            Bytes = _rest[..count];
            _rest = _rest[count..];
        }
    }
}
