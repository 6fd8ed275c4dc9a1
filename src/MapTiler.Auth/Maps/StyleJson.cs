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

    /// <summary>The id of the map, such as <c>streets-v4</c> or the UUID of a custom map; <see langword="null"/> if the style does not contain it.</summary>
    public string? Id => Text("id");

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

    /// <summary>The sprites of the map, which a style contains as one URL (the id is then <c>default</c>) or as a list. Empty if there are none.</summary>
    public IReadOnlyList<StyleSprite> Sprites { get => field ??= ReadSprites(); private set; }

    /// <summary>The sources of the map by their names.</summary>
    public IReadOnlyDictionary<string, StyleSource> Sources { get => field ??= ReadSources(); private set; }

    /// <summary>
    /// The attribution that the style itself contains, as HTML; <see langword="null"/> if there is none. The TileJSONs of the sources may contain more:
    /// <see cref="MapsClient.GetAttributionAsync"/> includes them.
    /// </summary>
    public string? Attribution => Join(Attributions);

    /// <summary>The attributions of the metadata and of the sources.</summary>
    internal IEnumerable<string?> Attributions => Sources.Values.Select(source => source.Attribution).Prepend(
        Json.TryGetProperty("metadata", out var metadata) && metadata.ValueKind == JsonValueKind.Object
        && metadata.TryGetProperty("maptiler", out var own) ? StyleSource.Text(own, "attribution") : null);

    /// <summary>The name of the map.</summary>
    public override string ToString() => $"{nameof(StyleJson)} {{ {Name} }}";

    /// <summary>Joins attributions; one that is part of another is not repeated. Map libraries display them by the same rule.</summary>
    internal static string? Join(IEnumerable<string?> attributions)
    {
        var known = new List<string>();
        foreach (var attribution in attributions)
        {
            if (attribution?.Trim() is not { Length: > 0 } text || known.Exists(other => IsPart(text, other)))
                continue;
            known.RemoveAll(other => IsPart(other, text));
            known.Add(text);
        }

        return known.Count == 0 ? null : string.Join(" ", known);
    }

    private static bool IsPart(string part, string whole) => whole.IndexOf(part, StringComparison.Ordinal) >= 0;

    internal static StyleJson? Read(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(KeylessJson.Of(body));
        var json = JsonElement.ParseValue(ref reader);
        return json.ValueKind == JsonValueKind.Object && json.TryGetProperty("layers", out _) ? new StyleJson(json) : null;
    }

    private string? Text(string member) => StyleSource.Text(Json, member);

    private IReadOnlyList<StyleSprite> ReadSprites()
    {
        if (Text("sprite") is { } url)
            return [new() { Url = url }];
        if (!Json.TryGetProperty("sprite", out var sprites) || sprites.ValueKind != JsonValueKind.Array)
            return [];

        return [.. sprites.EnumerateArray()
            .Select(sprite => (Id: StyleSource.Text(sprite, "id"), Url: StyleSource.Text(sprite, "url")))
            .Where(sprite => sprite is { Id: not null, Url: not null })
            .Select(sprite => new StyleSprite { Id = sprite.Id!, Url = sprite.Url! })];
    }

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
