namespace MapTiler.Emulator;

/// <summary>Writes the layers of a schema in one line each. The type of a field depends on its name alone.</summary>
internal static class SchemaLayer
{
    private const string NameField = "name";

    private static readonly HashSet<string> Numbers = new(
        "admin_level agg_stop area capital depth disputed ele ele_ft height height_min ipq layer length maritime_level nth_line rank ref_length render_height render_min_height rotation scale stars population".Split(' '),
        StringComparer.Ordinal);

    private static readonly HashSet<string> Booleans = new(
        "construction covered customary_units expressway glacier indoor intermittent lowered maritime oneway paved ramp toll underground unpaved".Split(' '),
        StringComparer.Ordinal);

    /// <summary>The languages that the data has names in.</summary>
    private static readonly string[] Languages =
    [
        "en", "de", "fr", "it", "es", "pt", "nl", "pl", "cs", "sk", "hu", "sv", "da", "no", "fi", "ro", "bg", "el", "hr", "sl", "sr", "lt", "lv",
        "et", "ru", "uk", "tr", "ar", "he", "fa", "hi", "ja", "ko", "zh", "vi", "id",
    ];

    /// <param name="id">The name of the layer.</param>
    /// <param name="minZoom">The first zoom with features.</param>
    /// <param name="fields">The fields, separated by spaces. <c>name</c> stands for the name and its translations.</param>
    /// <param name="maxZoom">The last zoom with features; null for the last zoom of the tileset.</param>
    public static VectorLayer Create(string id, int minZoom, string fields = "", int? maxZoom = null) =>
        new(id, [.. fields.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(Fields)]) { MinZoom = minZoom, MaxZoom = maxZoom };

    private static IEnumerable<VectorField> Fields(string name) =>
        name == NameField ? [VectorField.Text(name), .. Languages.Select(l => VectorField.Text($"{name}:{l}"))]
        : Numbers.Contains(name) ? [VectorField.Number(name)]
        : Booleans.Contains(name) ? [VectorField.Boolean(name)]
        : [VectorField.Text(name)];
}
