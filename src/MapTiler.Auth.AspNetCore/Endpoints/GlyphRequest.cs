using Microsoft.AspNetCore.Routing;

namespace MapTiler.AspNetCore.Endpoints;

/// <summary>A request for a range of 256 glyphs of a fontstack.</summary>
internal static class GlyphRequest
{
    private const int MaxLength = 512;
    private const int GlyphsInRange = 256;
    private const int LastRange = 65280;
    private const string Extension = ".pbf";

    /// <summary>Returns the URL of the glyphs; <see langword="null"/> if the request is not valid.</summary>
    public static Uri? Read(RouteValueDictionary values, MapTilerUrlBuilder urls)
    {
        var fonts = (string?)values["fontstack"] ?? "";
        var file = (string?)values["file"] ?? "";
        if (fonts.Length > MaxLength || !fonts.All(static c => char.IsLetterOrDigit(c) || c is ' ' or ',' or '-' or '_' or '.') || fonts.Split(',').Any(static font => font.Trim() is "" or "." or ".."))
            return null;
        if (!file.EndsWith(Extension, StringComparison.Ordinal) || file.IndexOf('-') is var dash && dash < 0)
            return null;

        var isRange = PathSegment.TryReadNumber(file.AsSpan(0, dash), out var start) & PathSegment.TryReadNumber(file.AsSpan(dash + 1, file.Length - dash - 1 - Extension.Length), out var end);
        return isRange && start % GlyphsInRange == 0 && start <= LastRange && end == start + GlyphsInRange - 1 ? urls.Glyphs(fonts, start) : null;
    }
}
