using System.Text.Json;

namespace MapTiler.Json;

/// <summary>Reads members of JSON objects whose type is not guaranteed.</summary>
internal static class JsonMember
{
    /// <summary>Returns the string value of a member; null if there is no such member or it is not a string.</summary>
    public static string? String(JsonElement json, string member) => json.ValueKind == JsonValueKind.Object && json.TryGetProperty(member, out var value) ? String(value) : null;

    /// <summary>Returns the string; null if the value is not one, or not valid Unicode in JSON of the caller.</summary>
    public static string? String(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Returns the number; null if the value is not a finite one.</summary>
    public static double? Number(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && !double.IsInfinity(number) ? number : null;

    /// <summary>Returns the strings in an array; none if there is no such member or it is not an array.</summary>
    public static IEnumerable<string> Strings(JsonElement json, string member) => Items(json, member).Select(String).OfType<string>();

    /// <summary>Returns the items of an array; none if there is no such member or it is not an array.</summary>
    public static JsonElement.ArrayEnumerator Items(JsonElement json, string member) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(member, out var items) && items.ValueKind == JsonValueKind.Array ? items.EnumerateArray() : default;

    /// <exception cref="ArgumentException">The element is not an object.</exception>
    public static JsonElement RequireObject(JsonElement json, string parameter) => json.ValueKind == JsonValueKind.Object
        ? json
        : throw new ArgumentException($"The JSON is not an object but {json.ValueKind}. Pass the root element of the document.", parameter);
}
