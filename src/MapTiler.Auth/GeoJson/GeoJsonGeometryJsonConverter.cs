using System.Text.Json;

namespace MapTiler.GeoJson;

/// <summary>Reads and writes geometries with their members in any order.</summary>
internal static class GeoJsonGeometryJsonConverter
{
    private static readonly JsonNames Types = new("Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection");

    internal static void WriteGeometry(Utf8JsonWriter writer, GeoJsonGeometry value)
    {
        writer.WriteStartObject();
        writer.WriteString("type", value.Type);
        if (value.BoundingBox is { } box)
        {
            writer.WritePropertyName("bbox");
            BoundingBoxJsonConverter.WriteBox(writer, box);
        }

        writer.WritePropertyName(value is GeoJsonGeometryCollection ? "geometries" : "coordinates");
        switch (value)
        {
            case GeoJsonPoint point: WritePosition(writer, point.Coordinates); break;
            case GeoJsonMultiPoint points: WriteList(writer, points.Coordinates, WritePosition); break;
            case GeoJsonLineString line: WriteList(writer, line.Coordinates, WritePosition); break;
            case GeoJsonMultiLineString lines: WriteList(writer, lines.Coordinates, WriteLine); break;
            case GeoJsonPolygon polygon: WriteList(writer, polygon.Coordinates, WriteLine); break;
            case GeoJsonMultiPolygon polygons: WriteList(writer, polygons.Coordinates, (w, rings) => WriteList(w, rings, WriteLine)); break;
            case GeoJsonGeometryCollection collection: WriteList(writer, collection.Geometries, WriteGeometry); break;
        }

        if (value.ForeignMembers.Count > 0)
        {
            var written = value is GeoJsonGeometryCollection ? "geometries" : "coordinates";
            JsonMembers.Write(writer, value.ForeignMembers.Where(member => member.Key != "type" && member.Key != written && (member.Key != "bbox" || value.BoundingBox is null)));
        }

        writer.WriteEndObject();
    }

    internal static GeoJsonGeometry ReadGeometry(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("Expected a GeoJSON geometry.");

        var type = FindType(reader);
        var membersName = type == "GeometryCollection" ? "geometries"u8 : "coordinates"u8;
        GeoJsonGeometry? geometry = null;
        BoundingBox? box = null;
        var others = new JsonMembers();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals(membersName))
            {
                reader.Read();
                geometry = ReadCoordinates(type, ref reader);
            }
            else if (reader.ValueTextEquals("type"u8))
            {
                reader.Skip();
            }
            else
            {
                var name = reader.GetString()!;
                reader.Read();
                if (name == "bbox")
                    box = others.Read<BoundingBox?>(name, ref reader, static (ref r) => BoundingBoxJsonConverter.ReadBox(ref r, allowQuotes: true));
                else
                    others.Add(name, ref reader);
            }
        }

        if (geometry is null)
            throw new JsonException($"A GeoJSON {type} has no {(type == "GeometryCollection" ? "geometries" : "coordinates")}.");
        (geometry.BoundingBox, geometry.ForeignMembers) = (box, others.All);
        return geometry;
    }

    // Uses a copy of the reader, because the type can follow the coordinates.
    private static string FindType(Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isType = reader.ValueTextEquals("type"u8);
            reader.Read();
            if (isType && reader.TokenType == JsonTokenType.String)
                return Types.Read(ref reader);
            reader.Skip();
        }

        throw new JsonException("A GeoJSON geometry has no type.");
    }

    private static GeoJsonGeometry ReadCoordinates(string type, ref Utf8JsonReader reader) => type switch
    {
        "Point" => new GeoJsonPoint(ReadPosition(ref reader)),
        "MultiPoint" => new GeoJsonMultiPoint(ReadLine(ref reader)),
        "LineString" => new GeoJsonLineString(ReadLine(ref reader)),
        "MultiLineString" => new GeoJsonMultiLineString(ReadLines(ref reader)),
        "Polygon" => new GeoJsonPolygon(ReadLines(ref reader)),
        "MultiPolygon" => new GeoJsonMultiPolygon(JsonList.Read(ref reader, ReadLines)),
        "GeometryCollection" => new GeoJsonGeometryCollection(JsonList.Read(ref reader, ReadGeometry)),
        _ => throw new JsonException("The type of the GeoJSON geometry is not known."),
    };

    private static IReadOnlyList<GeoJsonPosition> ReadLine(ref Utf8JsonReader reader) => JsonList.Read(ref reader, ReadPosition);

    private static IReadOnlyList<IReadOnlyList<GeoJsonPosition>> ReadLines(ref Utf8JsonReader reader) => JsonList.Read(ref reader, ReadLine);

    internal static GeoJsonPosition ReadPosition(ref Utf8JsonReader reader)
    {
        Span<double> numbers = stackalloc double[4];
        var count = NumberArray.Read(ref reader, numbers, allowQuotes: true);
        return count is >= 2 and <= 4
            ? new GeoJsonPosition(numbers[0], numbers[1], count > 2 ? numbers[2] : null, count > 3 ? numbers[3] : null)
            : throw new JsonException("A GeoJSON position must have two to four numbers.");
    }

    internal static void WritePosition(Utf8JsonWriter writer, GeoJsonPosition position)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(position.Longitude);
        writer.WriteNumberValue(position.Latitude);
        if (position.Altitude is { } altitude)
            writer.WriteNumberValue(altitude);
        if (position is { Altitude: not null, Measure: { } measure })
            writer.WriteNumberValue(measure);
        writer.WriteEndArray();
    }

    private static void WriteLine(Utf8JsonWriter writer, IReadOnlyList<GeoJsonPosition> line) => WriteList(writer, line, WritePosition);

    private static void WriteList<T>(Utf8JsonWriter writer, IReadOnlyList<T> list, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray();
        foreach (var item in list)
            write(writer, item);
        writer.WriteEndArray();
    }
}
