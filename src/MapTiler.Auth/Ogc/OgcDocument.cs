using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.Ogc;

/// <summary>
/// A document of the <see href="https://docs.maptiler.com/cloud/api/ogc/">OGC API</see>. The title and the links are properties; <see cref="Json"/> contains all members,
/// for which the service documents no schema.
/// </summary>
[JsonConverter(typeof(MapTilerJsonConverter))]
public sealed class OgcDocument
{
    // Each document of OGC API - Tiles has one of these. An error of another server has none.
    private static readonly string[] Members = ["links", "tilesets", "tileMatrices", "tileMatrixSets", "tileMatrixSet", "tileMatrixSetURI", "tileMatrixSetId", "dataType", "crs", "supportedCRS", "conformsTo"];

    /// <summary>Creates a document from JSON.</summary>
    /// <param name="json">The complete document. Clone an element whose document is disposed before this object is no longer used.</param>
    /// <exception cref="ArgumentException"><paramref name="json"/> is not an object.</exception>
    public OgcDocument(JsonElement json) => Json = JsonMember.RequireObject(json, nameof(json));

    /// <summary>The complete document as JSON.</summary>
    public JsonElement Json { get; }

    /// <summary>The title of the document; <see langword="null"/> if it has none.</summary>
    public string? Title => JsonMember.String(Json, "title");

    /// <summary>The links of the document that have a URL. Empty if there are none.</summary>
    public IReadOnlyList<OgcLink> Links => [.. JsonMember.Items(Json, "links").Select(OgcLink.Read).Where(link => link.Href.Length > 0)];

    internal IReadOnlyList<string> ConformsTo =>
        [.. JsonMember.Strings(Json, "conformsTo")];

    /// <summary>Returns the name of this class and the title of the document.</summary>
    public override string ToString() => $"{nameof(OgcDocument)} {{ {Title} }}";

    internal static OgcDocument? ReadConformance(ReadOnlySpan<byte> body) =>
        Read(body) is { } document && document.Json.TryGetProperty("conformsTo", out var classes) && classes.ValueKind == JsonValueKind.Array ? document : null;

    internal static OgcDocument? Read(ReadOnlySpan<byte> body)
    {
        var json = ResponseJson.ReadElement(JsonRewriter.RemoveCredentials(body));
        return Members.Any(member => json.ValueKind == JsonValueKind.Object && json.TryGetProperty(member, out var value) && value.ValueKind != JsonValueKind.Null) ? new OgcDocument(json) : null;
    }
}

/// <summary>A link of an OGC document to another document.</summary>
public sealed class OgcLink
{
    /// <summary>The URL of the linked document, without a credential.</summary>
    public string Href { get; set; } = "";

    /// <summary>The relation of the linked document to this document, such as <c>self</c> or <c>item</c>; <see langword="null"/> if it is not specified.</summary>
    public string? Rel { get; set; }

    /// <summary>The content type of the linked document, such as <c>application/json</c>; <see langword="null"/> if it is not specified.</summary>
    public string? Type { get; set; }

    /// <summary>The title of the link, for display; <see langword="null"/> if it is not specified.</summary>
    public string? Title { get; set; }

    /// <summary>Whether <see cref="Href"/> contains placeholders such as <c>{tileMatrix}</c>, which must be replaced before the document is requested.</summary>
    public bool IsTemplated { get; set; }

    /// <summary>Returns the relation and the URL of the link.</summary>
    public override string ToString() => Rel is null ? Href : $"{Rel}: {Href}";

    internal static OgcLink Read(JsonElement json) => new()
    {
        Href = JsonMember.String(json, "href") ?? "",
        Rel = JsonMember.String(json, "rel"),
        Type = JsonMember.String(json, "type"),
        Title = JsonMember.String(json, "title"),
        IsTemplated = json.ValueKind == JsonValueKind.Object && json.TryGetProperty("templated", out var templated) && templated.ValueKind == JsonValueKind.True,
    };
}
