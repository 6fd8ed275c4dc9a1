using System.Text.Json;

namespace MapTiler.Emulator.Service;

/// <summary>Reads fields of a JSON object and rejects those of another type.</summary>
internal sealed class JsonFields(JsonElement element, string path)
{
    /// <summary>A string; null if it is absent or null.</summary>
    public string? OptionalString(string name) => Find(name) is { } value ? Text(name, value) : null;

    public string RequiredString(string name) => Text(name, Required(name));

    /// <summary>A string or null. The field must be present.</summary>
    public string? NullableString(string name)
    {
        if (!element.TryGetProperty(name, out _))
            throw Invalid(name, "it is required.");
        return OptionalString(name);
    }

    public long RequiredInteger(string name)
    {
        var value = Required(name);
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number)
            ? number
            : throw Invalid(name, "it has to be an integer.");
    }

    /// <summary>A list of strings; null if it is absent.</summary>
    public string[]? OptionalStrings(string name) =>
        element.TryGetProperty(name, out var value) ? [.. Items(name, value).Select(item => Text(name, item))] : null;

    public JsonFields? OptionalObject(string name) => Find(name) is { } value ? Object(name, value) : null;

    public JsonFields RequiredObject(string name) => Object(name, Required(name));

    public IEnumerable<JsonFields> RequiredObjects(string name) => Items(name, Required(name)).Select(item => Object(name, item));

    public ServiceException Invalid(string name, string rule) => ServiceException.Invalid(path + name, rule);

    private JsonElement? Find(string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private JsonElement Required(string name) => Find(name) ?? throw Invalid(name, "it is required.");

    private string Text(string name, JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString()! : throw Invalid(name, "it has to be a string.");
        }
        catch (InvalidOperationException)
        {
            throw Invalid(name, "it is not a valid string.");
        }
    }

    private JsonElement.ArrayEnumerator Items(string name, JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : throw Invalid(name, "it has to be a list.");

    private JsonFields Object(string name, JsonElement value) =>
        value.ValueKind == JsonValueKind.Object ? new(value, $"{path}{name}.") : throw Invalid(name, "it has to be an object.");
}
