using System.Text.Json;

namespace MapTiler.Maps;

/// <summary>
/// A style by the <see href="https://maplibre.org/maplibre-style-spec/">style specification</see>: what a reader needs most often, and
/// the whole as <see cref="Json"/>. Addresses in it are without a credential.
/// </summary>
public sealed class StyleJson
{
    private StyleJson(JsonElement json) => Json = json;

    /// <summary>The whole style. It stays valid as long as this object.</summary>
    public JsonElement Json { get; }

    /// <summary>The name of the map.</summary>
    public string? Name => Text("name");

    /// <summary>Where the map begins; <see langword="null"/> if the style does not say.</summary>
    public LngLat? Center =>
        Json.TryGetProperty("center", out var center) && center.ValueKind == JsonValueKind.Array && center.GetArrayLength() >= 2
        && center[0].ValueKind == JsonValueKind.Number && center[1].ValueKind == JsonValueKind.Number && Math.Abs(center[1].GetDouble()) <= 90 && !double.IsInfinity(center[0].GetDouble())
            ? new LngLat(center[0].GetDouble(), center[1].GetDouble())
            : null;

    /// <summary>The zoom at which the map begins, for tiles of 512 pixels.</summary>
    public double? Zoom => Json.TryGetProperty("zoom", out var zoom) && zoom.ValueKind == JsonValueKind.Number ? zoom.GetDouble() : null;

    /// <summary>The template of the glyphs with <c>{fontstack}</c> and <c>{range}</c>.</summary>
    public string? Glyphs => Text("glyphs");

    /// <summary>The address of the sprite without its extension; <see langword="null"/> where there are several (see <see cref="Json"/>) or none.</summary>
    public string? Sprite => Text("sprite");

    /// <summary>The sources of the map by their names.</summary>
    public IReadOnlyDictionary<string, StyleSource> Sources { get => field ??= ReadSources(); private set; }

    /// <summary>Whom to name on the map, as HTML: what the sources and MapTiler's own metadata say, each once. TileJSONs may say more.</summary>
    public string? Attribution
    {
        get
        {
            var texts = Sources.Values.Select(source => source.Attribution).Prepend(
                Json.TryGetProperty("metadata", out var metadata) && metadata.ValueKind == JsonValueKind.Object
                && metadata.TryGetProperty("maptiler", out var own) ? StyleSource.Text(own, "attribution") : null);
            var attribution = string.Join(" ", texts.Where(text => !string.IsNullOrWhiteSpace(text)).Distinct());
            return attribution.Length == 0 ? null : attribution;
        }
    }

    /// <summary>The name of the map.</summary>
    public override string ToString() => $"{nameof(StyleJson)} {{ {Name} }}";

    internal static StyleJson? Read(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(KeylessJson.Of(body));
        var json = JsonElement.ParseValue(ref reader);
        return json.ValueKind == JsonValueKind.Object && json.TryGetProperty("layers", out _) ? new StyleJson(json) : null;
    }

    private string? Text(string member) => StyleSource.Text(Json, member);

    private Dictionary<string, StyleSource> ReadSources()
    {
        var sources = new Dictionary<string, StyleSource>(StringComparer.Ordinal);
        if (Json.TryGetProperty("sources", out var all) && all.ValueKind == JsonValueKind.Object)
        {
            foreach (var source in all.EnumerateObject())
                sources[source.Name] = new StyleSource(source.Value);
        }

        return sources;
    }
}
