using System.Text.Json;
using MapTiler.Maps;

namespace MapTiler.Ogc;

/// <summary>A document of the OGC API: what most need of it, and the whole as <see cref="Json"/>. The service documents no schema.</summary>
public sealed class OgcDocument
{
    private OgcDocument(JsonElement json) => Json = json;

    /// <summary>The whole document.</summary>
    public JsonElement Json { get; }

    /// <summary>The title.</summary>
    public string? Title => StyleSource.Text(Json, "title");

    /// <summary>Where it leads.</summary>
    public IReadOnlyList<OgcLink> Links => [.. Items("links").Select(link => new OgcLink(link)).Where(link => link.Href.Length > 0)];

    internal IReadOnlyList<string> ConformsTo => [.. Items("conformsTo").Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)];

    internal static OgcDocument? Read(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(KeylessJson.Of(body));
        var json = JsonElement.ParseValue(ref reader);
        return json.ValueKind == JsonValueKind.Object ? new OgcDocument(json) : null;
    }

    private JsonElement.ArrayEnumerator Items(string member) =>
        Json.TryGetProperty(member, out var items) && items.ValueKind == JsonValueKind.Array ? items.EnumerateArray() : default;
}
