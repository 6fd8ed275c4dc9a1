using SkiaSharp;

namespace MapTiler.Emulator;

/// <summary>The colours of a map. The words in its id decide: <c>dark</c>, <c>satellite</c>, <c>toner</c>.</summary>
internal sealed record MapTheme(SKColor Sea, SKColor[] Land, SKColor Border, SKColor Place)
{
    private static readonly MapTheme Light = Create("#a8cbe6", "#5a6270", "#c0392b", "#f5f1e3", "#eee7d0", "#e6eddb", "#f3e6d8");
    private static readonly MapTheme Dark = Create("#12161c", "#76808f", "#e0b050", "#2a3038", "#303740", "#262c33", "#343b45");
    private static readonly MapTheme Satellite = Create("#0b2a4a", "#ffffff40", "#ffffff", "#4c6b35", "#6b6a3a", "#3f5c33", "#7a6f4c");
    private static readonly MapTheme Toner = Create("#000000", "#000000", "#000000", "#ffffff");

    public static MapTheme For(string mapId) => mapId switch
    {
        _ when mapId.Contains("dark", StringComparison.Ordinal) || mapId.Contains("night", StringComparison.Ordinal) => Dark,
        _ when mapId.StartsWith("satellite", StringComparison.Ordinal) || mapId.StartsWith("hybrid", StringComparison.Ordinal) => Satellite,
        _ when mapId.StartsWith("toner", StringComparison.Ordinal) => Toner,
        _ => Light,
    };

    private static MapTheme Create(string sea, string border, string place, params string[] land) =>
        new(Colour(sea), Array.ConvertAll(land, Colour), Colour(border), Colour(place));

    private static SKColor Colour(string text) => CssColour.TryParse(text, out var colour) ? colour : throw new ArgumentException(text);
}
