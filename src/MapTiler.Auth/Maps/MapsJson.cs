using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.Maps;

/// <summary>The generated JSON code of maps and tilesets.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(TileJson))]
[JsonSerializable(typeof(Dictionary<string, SpriteIcon>))]
internal sealed partial class MapsJson : JsonSerializerContext
{
    public static TileJson? ReadTileJson(ReadOnlySpan<byte> body) => JsonSerializer.Deserialize(KeylessJson.Of(body), Default.TileJson);

    public static IReadOnlyDictionary<string, SpriteIcon>? ReadSprite(ReadOnlySpan<byte> body)
    {
        var icons = JsonSerializer.Deserialize(body, Default.DictionaryStringSpriteIcon);
        return icons?.ContainsValue(null!) == true ? throw new JsonException("An icon is null.") : icons;
    }
}
