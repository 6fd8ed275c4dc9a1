using System.Text.Json;

namespace MapTiler.GeoJson;

/// <summary>The members of a JSON object that are kept as they came.</summary>
internal sealed class JsonMembers
{
    private Dictionary<string, JsonElement>? _members;

    public delegate T Value<T>(ref Utf8JsonReader reader);

    public static IReadOnlyDictionary<string, JsonElement> None { get; } = new Dictionary<string, JsonElement>();

    public IReadOnlyDictionary<string, JsonElement> All => _members ?? None;

    public void Keep(string name, ref Utf8JsonReader reader) => (_members ??= new(StringComparer.Ordinal))[name] = JsonElement.ParseValue(ref reader);

    /// <summary>Reads the value at which the reader stands. One that is not understood is kept, and the answer is the default.</summary>
    public T? Read<T>(string name, ref Utf8JsonReader reader, Value<T> read)
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
        catch (Exception e) when (e is JsonException or InvalidOperationException) // the latter is text that is not Unicode
        {
            Keep(name, ref reader);
            return default;
        }
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
