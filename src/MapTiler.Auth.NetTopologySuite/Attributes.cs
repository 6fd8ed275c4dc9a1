using System.Collections;
using System.Globalization;
using System.Text.Json;
using MapTiler.GeoJson;
using NetTopologySuite.Features;

namespace MapTiler.NetTopologySuite;

/// <summary>Converts properties of GeoJSON to and from attributes.</summary>
internal static class Attributes
{
    public static AttributesTable ToTable(IEnumerable<KeyValuePair<string, JsonElement>> properties)
    {
        var table = new AttributesTable();
        foreach (var property in properties)
            table.Add(property.Key, ToValue(property.Value));
        return table;
    }

    public static IReadOnlyDictionary<string, JsonElement> ToProperties(IAttributesTable? table)
    {
        var properties = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (table is null)
            return properties;

        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            WriteTable(writer, table);
        using var document = JsonDocument.Parse(stream.GetBuffer().AsMemory(0, (int)stream.Length));
        foreach (var property in document.RootElement.Clone().EnumerateObject())
            properties[property.Name] = property.Value;
        return properties;
    }

    public static object FromId(GeoJsonId id) =>
        id.IsNumber && long.TryParse(id.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : id.ToString();

    public static GeoJsonId ToId(object id) => id switch
    {
        long or int or short or sbyte or uint or ushort or byte => Convert.ToInt64(id, CultureInfo.InvariantCulture),
        _ => Convert.ToString(id, CultureInfo.InvariantCulture) ?? "",
    };

    private static object? ToValue(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => value.TryGetInt64(out var number) ? (object)number : value.GetDouble(),
        JsonValueKind.Array => value.EnumerateArray().Select(ToValue).ToArray(),
        JsonValueKind.Object => ToTable(value.EnumerateObject().Select(member => new KeyValuePair<string, JsonElement>(member.Name, member.Value))),
        _ => null,
    };

    private static void WriteTable(Utf8JsonWriter writer, IAttributesTable table)
    {
        writer.WriteStartObject();
        foreach (var name in table.GetNames())
        {
            writer.WritePropertyName(name);
            Write(writer, name, table[name]);
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case string characters: writer.WriteStringValue(characters); break;
            case bool flag: writer.WriteBooleanValue(flag); break;
            case ulong number: writer.WriteNumberValue(number); break;
            case long or int or short or sbyte or uint or ushort or byte: writer.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture)); break;
            case double number when !double.IsNaN(number) && !double.IsInfinity(number): writer.WriteNumberValue(number); break;
            case float number when !float.IsNaN(number) && !float.IsInfinity(number): writer.WriteNumberValue(number); break;
            case decimal number: writer.WriteNumberValue(number); break;
            case DateTime time: writer.WriteStringValue(time); break;
            case DateTimeOffset time: writer.WriteStringValue(time); break;
            case Guid guid: writer.WriteStringValue(guid); break;
            case Uri or char or Enum: writer.WriteStringValue(value.ToString()); break;
            case byte[] bytes: writer.WriteBase64StringValue(bytes); break;
            case JsonElement element: element.WriteTo(writer); break;
            case IAttributesTable table: WriteTable(writer, table); break;
            case IEnumerable<KeyValuePair<string, object?>> members: WriteTable(writer, new AttributesTable(members)); break;
            case IEnumerable values: WriteList(writer, name, values); break;
            default: throw new ArgumentException($"The attribute '{name}' cannot be written to JSON: the type {value.GetType()} is not supported, or the number is not finite. Convert it to a string, a number or another supported type.");
        }
    }

    private static void WriteList(Utf8JsonWriter writer, string name, IEnumerable values)
    {
        writer.WriteStartArray();
        foreach (var value in values)
            Write(writer, name, value);
        writer.WriteEndArray();
    }
}
