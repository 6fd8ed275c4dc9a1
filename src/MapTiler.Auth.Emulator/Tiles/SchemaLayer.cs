namespace MapTiler.Emulator;

/// <summary>Makes the layers of a schema from one line each.</summary>
internal static class SchemaLayer
{
    private const string NameField = "name";
    private const char NumberMark = '#';
    private const char BooleanMark = '?';

    /// <summary>The languages that the data has names in.</summary>
    private static readonly string[] Languages =
    [
        "en", "de", "fr", "it", "es", "pt", "nl", "pl", "cs", "sk", "hu", "sv", "da", "no", "fi", "ro", "bg", "el", "hr", "sl", "sr", "lt", "lv",
        "et", "ru", "uk", "tr", "ar", "he", "fa", "hi", "ja", "ko", "zh", "vi", "id",
    ];

    /// <param name="id">The name of the layer.</param>
    /// <param name="minZoom">The first zoom with features.</param>
    /// <param name="fields">
    /// The fields, separated by spaces; <c>rank#</c> is a number, <c>maritime?</c> a boolean, all else are strings. <c>name</c>
    /// is replaced with the name and its translations.
    /// </param>
    /// <param name="maxZoom">The last zoom with features; null for the last zoom of the tileset.</param>
    public static VectorLayer Create(string id, int minZoom, string fields = "", int? maxZoom = null) =>
        new(id, [.. fields.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(Fields)]) { MinZoom = minZoom, MaxZoom = maxZoom };

    private static IEnumerable<VectorField> Fields(string field) => field[^1] switch
    {
        NumberMark => [VectorField.Number(field[..^1])],
        BooleanMark => [VectorField.Boolean(field[..^1])],
        _ when field == NameField => [VectorField.String(field), .. Languages.Select(l => VectorField.String($"{field}:{l}"))],
        _ => [VectorField.String(field)],
    };
}
