using System.Text.Json;

namespace MapTiler.GeoJson;

/// <summary>Collects the members of a JSON object that are kept unchanged.</summary>
internal struct JsonMembers
{
    private Dictionary<string, JsonElement>? _members;

    public static IReadOnlyDictionary<string, JsonElement> None { get; } = new Dictionary<string, JsonElement>();

    public readonly IReadOnlyDictionary<string, JsonElement> All => _members ?? None;

    public void Add(string name, ref Utf8JsonReader reader) => (_members ??= new(StringComparer.Ordinal))[name] = JsonElement.ParseValue(ref reader);

    /// <summary>Reads the current value. If it is not valid, it is kept unchanged, and the default is returned.</summary>
    public T? Read<T>(string name, ref Utf8JsonReader reader, JsonValue.Reader<T> read)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return default;

        var attempt = reader;
        try
        {
            var value = read(ref attempt);
            reader = attempt;
            return value;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException) // the latter is a string of the caller that is not valid Unicode
        {
            Add(name, ref reader);
            return default;
        }
    }

    public static IReadOnlyDictionary<string, JsonElement> ParseObject(byte[] json)
    {
        var reader = new Utf8JsonReader(json, ResponseJson.ReaderOptions);
        reader.Read();
        return ReadObject(ref reader);
    }

    public static IReadOnlyDictionary<string, JsonElement> ReadObject(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("Expected an object.");

        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in JsonElement.ParseValue(ref reader).EnumerateObject())
            members[member.Name] = member.Value;
        return members;
    }

    public static void Write(Utf8JsonWriter writer, IEnumerable<KeyValuePair<string, JsonElement>> members)
    {
        foreach (var member in members)
        {
            writer.WritePropertyName(member.Key);
            member.Value.WriteTo(writer);
        }
    }
}

/// <summary>The types of GeoJSON objects.</summary>
internal static class GeoJsonType
{
    public const string Feature = "Feature";
    public const string FeatureCollection = "FeatureCollection";

    public static string Read(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException("The type of a GeoJSON object must be a string.");

    /// <summary>Indicates whether an object of this type is read as a collection of one feature.</summary>
    public static bool IsSingle(string type) => type is Feature
        or "Point" or "MultiPoint" or "LineString" or "MultiLineString" or "Polygon" or "MultiPolygon" or "GeometryCollection";
}
