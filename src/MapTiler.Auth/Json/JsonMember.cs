using System.Text.Json;

namespace MapTiler.Json;

/// <summary>Reads members of JSON objects whose type is not guaranteed.</summary>
internal static class JsonMember
{
    /// <summary>Returns the string value of a member; null if there is no such member or it is not a string.</summary>
    public static string? String(JsonElement json, string member)
    {
        try
        {
            return json.ValueKind == JsonValueKind.Object && json.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null; // half of a surrogate pair is not a valid string
        }
    }

    /// <summary>Returns the items of an array; none if there is no such member or it is not an array.</summary>
    public static JsonElement.ArrayEnumerator Items(JsonElement json, string member) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(member, out var items) && items.ValueKind == JsonValueKind.Array ? items.EnumerateArray() : default;

    /// <exception cref="ArgumentException">The element is not an object.</exception>
    public static JsonElement RequireObject(JsonElement json, string parameter) => json.ValueKind == JsonValueKind.Object
        ? json
        : throw new ArgumentException($"The JSON is not an object but {json.ValueKind}. Pass the root element of the document.", parameter);
}
