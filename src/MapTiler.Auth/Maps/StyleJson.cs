using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.Maps;

/// <summary>
/// The style of a map, which conforms to the <see href="https://maplibre.org/maplibre-style-spec/">MapLibre Style Specification</see>. The most common members are
/// properties; <see cref="Json"/> contains all of them. The URLs of a style that a client returns have no credential.
/// </summary>
[JsonConverter(typeof(MapTilerJsonConverter))]
public sealed class StyleJson
{
    /// <summary>Creates a style from JSON.</summary>
    /// <param name="json">The complete style. Clone an element whose document is disposed before this object is no longer used.</param>
    /// <exception cref="ArgumentException"><paramref name="json"/> is not an object.</exception>
    public StyleJson(JsonElement json) => Json = JsonMember.RequireObject(json, nameof(json));

    /// <summary>The complete style as JSON.</summary>
    public JsonElement Json { get; }

    /// <summary>The id of the map, such as <c>streets-v4</c> or the UUID of a custom map; <see langword="null"/> if the style does not contain it.</summary>
    public string? Id => JsonMember.String(Json, "id");

    /// <summary>The name of the map; <see langword="null"/> if the style does not contain it.</summary>
    public string? Name => JsonMember.String(Json, "name");

    /// <summary>The center of the initial view; <see langword="null"/> if the style does not contain a valid location.</summary>
    public LngLat? Center =>
        Json.TryGetProperty("center", out var center) && center.ValueKind == JsonValueKind.Array && center.GetArrayLength() >= 2
        && JsonMember.Number(center[0]) is { } longitude && JsonMember.Number(center[1]) is { } latitude && Math.Abs(latitude) <= 90
            ? new LngLat(longitude, latitude)
            : null;

    /// <summary>The zoom of the initial view, for tiles of 512 pixels; <see langword="null"/> if the style does not contain it.</summary>
    public double? Zoom => Json.TryGetProperty("zoom", out var zoom) ? JsonMember.Number(zoom) : null;

    /// <summary>The URL template of the glyphs, with <c>{fontstack}</c> and <c>{range}</c>; <see langword="null"/> if the style does not contain it.</summary>
    public string? Glyphs => JsonMember.String(Json, "glyphs");

    /// <summary>The sprites of the map, which a style contains as one URL (the id is then <c>default</c>) or as a list. Empty if there are none.</summary>
    public IReadOnlyList<StyleSprite> Sprites { get => field ??= ReadSprites(); private set; }

    /// <summary>The sources of the map by their ids in the style. Empty if there are none.</summary>
    public IReadOnlyDictionary<string, StyleSource> Sources { get => field ??= ReadSources(); private set; }

    /// <summary>
    /// The attribution that the style itself contains, as HTML; <see langword="null"/> if there is none. The TileJSONs of the sources may contain more:
    /// <see cref="MapsClient.GetAttributionAsync"/> includes them.
    /// </summary>
    public string? Attribution => Join(Attributions);

    /// <summary>The attributions of the metadata and of the sources.</summary>
    internal IEnumerable<string?> Attributions => Sources.Values.Select(source => source.Attribution).Prepend(
        Json.TryGetProperty("metadata", out var metadata) && metadata.ValueKind == JsonValueKind.Object
        && metadata.TryGetProperty("maptiler", out var own) ? JsonMember.String(own, "attribution") : null);

    /// <summary>Returns the name of this class and the name of the map.</summary>
    public override string ToString() => $"{nameof(StyleJson)} {{ {Name} }}";

    /// <summary>Joins attributions; one that is part of another is not repeated. Map libraries display them by the same rule.</summary>
    internal static string? Join(IEnumerable<string?> attributions)
    {
        var known = new List<string>();
        foreach (var attribution in attributions)
        {
            if (attribution?.Trim() is not { Length: > 0 } html || known.Exists(other => IsPart(html, other)))
                continue;
            known.RemoveAll(other => IsPart(other, html));
            known.Add(html);
        }

        return known.Count == 0 ? null : string.Join(" ", known);
    }

    private static bool IsPart(string part, string whole) => whole.IndexOf(part, StringComparison.Ordinal) >= 0;

    internal static StyleJson? Read(ReadOnlySpan<byte> body)
    {
        var json = ResponseJson.ReadElement(JsonRewriter.RemoveCredentials(body));
        return json.ValueKind == JsonValueKind.Object && json.TryGetProperty("layers", out var layers) && layers.ValueKind == JsonValueKind.Array ? new StyleJson(json) : null;
    }

    private IReadOnlyList<StyleSprite> ReadSprites()
    {
        if (JsonMember.String(Json, "sprite") is { } url)
            return [new() { Url = url }];
        if (!Json.TryGetProperty("sprite", out var sprites) || sprites.ValueKind != JsonValueKind.Array)
            return [];

        return [.. sprites.EnumerateArray()
            .Select(sprite => (Id: JsonMember.String(sprite, "id"), Url: JsonMember.String(sprite, "url")))
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

/// <summary>A source of a style, which provides the map with tiles or features.</summary>
[JsonConverter(typeof(MapTilerJsonConverter))]
public sealed class StyleSource
{
    internal StyleSource(JsonElement json) => Json = json;

    /// <summary>The complete source as JSON.</summary>
    public JsonElement Json { get; }

    /// <summary>The type of the source, such as <c>vector</c>, <c>raster</c>, <c>raster-dem</c> or <c>geojson</c>; <see langword="null"/> if it has none.</summary>
    public string? Type => JsonMember.String(Json, "type");

    /// <summary>The URL of the TileJSON of the source, without a credential; <see langword="null"/> if the source has none.</summary>
    public string? Url => JsonMember.String(Json, "url");

    /// <summary>The URL templates of the tiles, with <c>{z}</c>, <c>{x}</c> and <c>{y}</c> and without a credential. Empty if the source has none.</summary>
    public IReadOnlyList<string> Tiles => [.. JsonMember.Strings(Json, "tiles")];

    /// <summary>
    /// The attribution of the source, as HTML; <see langword="null"/> if it has none. In the styles of MapTiler, a separate source (<c>maptiler_attribution</c>, with
    /// neither URL nor tiles) often contains the attribution of the map, while the other sources have none.
    /// </summary>
    public string? Attribution => JsonMember.String(Json, "attribution");

    /// <summary>Returns the type and the URL of the source.</summary>
    public override string ToString() => string.Join(" ", new[] { Type, Url }.Where(part => part is not null));
}

/// <summary>A sprite of a style: an image that contains icons, and its index.</summary>
public sealed class StyleSprite
{
    /// <summary>
    /// The id of the sprite, which is the prefix of its icons: a layer refers to <c>misc:tunnel</c> of the sprite <c>misc</c>, and to the icons of the sprite
    /// <c>default</c> without a prefix.
    /// </summary>
    /// <value>The default is <c>default</c>.</value>
    public string Id { get; set; } = "default";

    /// <summary>
    /// The URL of the sprite without <c>@2x</c> and without the extension, such as <c>https://api.maptiler.com/sprites/general/sprite</c>
    /// or <c>https://api.maptiler.com/maps/dataviz-v4-dark/sprite</c>. <see cref="MapsClient.GetSpriteIndexAsync"/> and <see cref="MapsClient.GetSpriteImageAsync"/> request its files.
    /// </summary>
    public string Url { get; set; } = "";

    /// <summary>Returns the id of the sprite.</summary>
    public override string ToString() => Id;
}
