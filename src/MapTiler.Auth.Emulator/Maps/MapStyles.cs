using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using System.Text.Json;
using MapTiler.Emulator.Maps.Styles;

namespace MapTiler.Emulator.Maps;

/// <summary>The styles of maps, whose links point to the emulator and contain the key of the caller.</summary>
internal sealed class MapStyles
{
    private const string Service = "https://api.maptiler.com/";
    private const string Base = "{emulator}";
    private const string Key = "key={key}";

    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ConcurrentDictionary<string, string> _templates = new(StringComparer.Ordinal);

    /// <summary>Replaces the style of a map.</summary>
    /// <exception cref="JsonException">The style is not a JSON object.</exception>
    public void Set(string mapId, string styleJson) => _templates[mapId] = Template(
        JsonNode.Parse(styleJson) as JsonObject ?? throw new JsonException("A style is a JSON object."));

    public string Get(string mapId, string baseUrl, string keyQuery) => _templates
        .GetOrAdd(mapId, static id => Template(StyleDocument.Create(id)))
        .Replace(Base, JsonEncodedText.Encode(baseUrl).Value, StringComparison.Ordinal)
        .Replace(Key, keyQuery[1..], StringComparison.Ordinal);

    private static string Template(JsonObject style)
    {
        foreach (var member in (ReadOnlySpan<string>)["sources", "glyphs", "sprite"])
        {
            if (style[member] is { } links)
                style[member] = Mark(links);
        }

        return style.ToJsonString(Options);
    }

    /// <summary>Marks in all strings what each response replaces.</summary>
    private static JsonNode? Mark(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Mark(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Mark)]),
        JsonValue value when value.TryGetValue(out string? link) && link.StartsWith(Service, StringComparison.Ordinal) => MarkLink(link),
        _ => node?.DeepClone(),
    };

    private static string MarkLink(string link)
    {
        var parts = link.Split('?', 2);
        var query = parts.Length == 1 ? "" : "?" + string.Join('&', parts[1].Split('&')
            .Select(parameter => parameter.StartsWith("key=", StringComparison.Ordinal) ? Key : parameter));
        return $"{Base}/{parts[0][Service.Length..]}{query}";
    }
}
