using MapTiler.Maps;

namespace MapTiler.AspNetCore.Endpoints;

/// <summary>The name of a file of a sprite, such as <c>sprite@2x.json</c>.</summary>
internal static class SpriteFile
{
    public static (SpriteFormat Format, bool HighDpi)? Read(string? name) => name switch
    {
        "sprite.json" => (SpriteFormat.Json, false),
        "sprite.png" => (SpriteFormat.Png, false),
        "sprite@2x.json" => (SpriteFormat.Json, true),
        "sprite@2x.png" => (SpriteFormat.Png, true),
        _ => null,
    };
}
