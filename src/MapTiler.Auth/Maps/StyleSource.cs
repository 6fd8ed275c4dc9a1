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

    /// <summary>The URL of its TileJSON, without a credential; <see langword="null"/> if the source has none.</summary>
    public string? Url => Text(Json, "url");

    /// <summary>The addresses of its tiles with <c>{z}</c>, <c>{x}</c> and <c>{y}</c>, without a credential.</summary>
    public IReadOnlyList<string> Tiles =>
        Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty("tiles", out var tiles) && tiles.ValueKind == JsonValueKind.Array
            ? [.. tiles.EnumerateArray().Where(tile => tile.ValueKind == JsonValueKind.String).Select(tile => tile.GetString()!)]
            : [];

    /// <summary>
    /// The attribution of the source, as HTML. In the styles of MapTiler, a source of its own (<c>maptiler_attribution</c>, with neither URL nor tiles) often contains
    /// the attribution of the map, while the others have none.
    /// </summary>
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
