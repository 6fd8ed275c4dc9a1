using System.Text.Json;

namespace MapTiler.Maps;

/// <summary>A source of a style: where tiles or features come from.</summary>
public sealed class StyleSource
{
    internal StyleSource(JsonElement json) => Json = json;

    /// <summary>The whole source.</summary>
    public JsonElement Json { get; }

    /// <summary>What it gives: <c>vector</c>, <c>raster</c>, <c>raster-dem</c>, <c>geojson</c>, ...</summary>
    public string? Type => Text(Json, "type");

    /// <summary>The address of its TileJSON, without a credential.</summary>
    public string? Url => Text(Json, "url");

    /// <summary>The addresses of its tiles with <c>{z}</c>, <c>{x}</c> and <c>{y}</c>, without a credential.</summary>
    public IReadOnlyList<string> Tiles =>
        Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty("tiles", out var tiles) && tiles.ValueKind == JsonValueKind.Array
            ? [.. tiles.EnumerateArray().Where(tile => tile.ValueKind == JsonValueKind.String).Select(tile => tile.GetString()!)]
            : [];

    /// <summary>Whom to name on the map, as HTML.</summary>
    public string? Attribution => Text(Json, "attribution");

    internal static string? Text(JsonElement json, string member)
    {
        try
        {
            return json.ValueKind == JsonValueKind.Object && json.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null; // half of a surrogate pair is no text
        }
    }
}
