using System.Globalization;
using MapTiler.Maps;
using Microsoft.AspNetCore.Routing;

namespace MapTiler.AspNetCore.Endpoints;

/// <summary>Parses the path of a request. Accepts only the documented forms.</summary>
internal static class RequestPath
{
    private const int MaxIdLength = 128;
    private const int MaxDigits = 10;
    private const string HighDpiSuffix = "@2x";
    private const int MaxTileZoom = 22;
    private const int MaxFontstackLength = 512;
    private const int GlyphsInRange = 256;
    private const int LastRange = 65280;
    private const string GlyphsExtension = ".pbf";

    public static bool IsId(string value) =>
        value.Length is > 0 and <= MaxIdLength && value is not ("." or "..") && value.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    /// <summary>Parses a number that consists of digits only: without a sign, white space and leading zeros.</summary>
    public static bool TryReadNumber(ReadOnlySpan<char> value, out int number)
    {
        number = 0;
        return value.Length is > 0 and <= MaxDigits && (value[0] != '0' || value.Length == 1) && !value.ContainsAnyExceptInRange('0', '9')
            && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>Reads the tile at the end of a path such as <c>{z}/{x}/{y}@2x.png</c>.</summary>
    public static bool TryReadTile(RouteValueDictionary values, out TileFile file)
    {
        file = default;
        if (!TryReadNumber((string?)values["z"], out var z) || z > MaxTileZoom || !TryReadNumber((string?)values["x"], out var x))
            return false;

        var name = ((string?)values["file"]).AsSpan();
        string? extension = null;
        if (name.IndexOf('.') is >= 0 and var dot)
        {
            extension = ParseExtension(name[(dot + 1)..]);
            name = name[..dot];
            if (extension is null)
                return false;
        }

        var highDpi = name.EndsWith(HighDpiSuffix, StringComparison.Ordinal);
        if (!TryReadNumber(highDpi ? name[..^HighDpiSuffix.Length] : name, out var y) || x >> z != 0 || y >> z != 0)
            return false;

        file = new(new TileCoordinate(z, x, y), highDpi, extension);
        return true;
    }

    private static string? ParseExtension(ReadOnlySpan<char> extension) => extension switch
    {
        "png" => "png",
        "jpg" => "jpg",
        "jpeg" => "jpeg",
        "webp" => "webp",
        "pbf" => "pbf",
        "mvt" => "mvt",
        _ => null,
    };

    /// <summary>The format and the resolution of a file of a sprite, such as <c>sprite@2x.json</c>.</summary>
    public static (SpriteFormat Format, bool HighDpi)? ReadSprite(string? name) => name switch
    {
        "sprite.json" => (SpriteFormat.Json, false),
        "sprite.png" => (SpriteFormat.Png, false),
        "sprite@2x.json" => (SpriteFormat.Json, true),
        "sprite@2x.png" => (SpriteFormat.Png, true),
        _ => null,
    };

    /// <summary>Returns the URL of a range of 256 glyphs of a fontstack; <see langword="null"/> if the request is not valid.</summary>
    public static Uri? ReadGlyphs(RouteValueDictionary values, MapTilerUrlBuilder urls)
    {
        var fonts = (string?)values["fontstack"] ?? "";
        var file = (string?)values["file"] ?? "";
        if (fonts.Length > MaxFontstackLength || !fonts.All(static c => char.IsLetterOrDigit(c) || c is ' ' or ',' or '-' or '_' or '.') || fonts.Split(',').Any(static font => font.Trim() is "" or "." or ".."))
            return null;
        if (!file.EndsWith(GlyphsExtension, StringComparison.Ordinal) || file.IndexOf('-') is var dash && dash < 0)
            return null;

        var isRange = TryReadNumber(file.AsSpan(0, dash), out var start) & TryReadNumber(file.AsSpan(dash + 1, file.Length - dash - 1 - GlyphsExtension.Length), out var end);
        return isRange && start % GlyphsInRange == 0 && start <= LastRange && end == start + GlyphsInRange - 1 ? urls.Glyphs(fonts, start) : null;
    }
}

/// <summary>The tile at the end of a path such as <c>{z}/{x}/{y}@2x.png</c>.</summary>
/// <param name="Tile">The coordinate of the tile. It is within the range of its zoom level.</param>
/// <param name="HighDpi">Whether the name of the file contains <c>@2x</c>.</param>
/// <param name="Extension">The extension of the file without the dot; <see langword="null"/> if it has none.</param>
internal readonly record struct TileFile(TileCoordinate Tile, bool HighDpi, string? Extension);
