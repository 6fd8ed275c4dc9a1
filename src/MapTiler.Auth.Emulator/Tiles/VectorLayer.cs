namespace MapTiler.Emulator.Tiles;

/// <summary>A layer of vector tiles as TileJSON describes it.</summary>
/// <param name="Id">The name of the layer.</param>
/// <param name="Fields">The attributes of its features.</param>
internal sealed record VectorLayer(string Id, params VectorField[] Fields)
{
    /// <summary>The first zoom with features; null for the first zoom of the tileset.</summary>
    public int? MinZoom { get; init; }

    /// <summary>The last zoom with features; null for the last zoom of the tileset.</summary>
    public int? MaxZoom { get; init; }

    public bool IsAt(int zoom) => !(zoom < MinZoom) && !(zoom > MaxZoom);
}

/// <summary>An attribute of a layer of vector tiles.</summary>
/// <param name="Name">The key of the attribute.</param>
/// <param name="Type">The type in the words of TileJSON: <c>String</c>, <c>Number</c> or <c>Boolean</c>.</param>
internal sealed record VectorField(string Name, string Type)
{
    public static VectorField String(string name) => new(name, "String");

    public static VectorField Number(string name) => new(name, "Number");

    public static VectorField Boolean(string name) => new(name, "Boolean");
}

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
