using SkiaSharp;

namespace MapTiler.Emulator;

/// <summary>The look of a map, both of its pictures and of its style.</summary>
internal sealed record MapTheme
{
    private const string DarkWords = "dark|night";

    private static readonly MapTheme Light = new()
    {
        Sea = Colour("#a9cfe8"),
        Land = Colour("#f6f2e7"),
        Ice = Colour("#ffffff"),
        Border = Colour("#a58fa8"),
        Coast = Colour("#86b4d3"),
        CountryName = Colour("#4b4453"),
        PlaceName = Colour("#2f3338"),
        SeaName = Colour("#4c7fa6"),
        Halo = Colour("#ffffffd9"),
    };

    private static readonly MapTheme Pale = new()
    {
        Sea = Colour("#cdd7dd"),
        Land = Colour("#f5f5f3"),
        Ice = Colour("#fcfcfc"),
        Border = Colour("#b3b6b9"),
        Coast = Colour("#bac6cd"),
        CountryName = Colour("#6b7075"),
        PlaceName = Colour("#565b60"),
        SeaName = Colour("#8899a4"),
        Halo = Colour("#ffffffcc"),
    };

    private static readonly MapTheme Green = Light with
    {
        Land = Colour("#e4ebd1"),
        Border = Colour("#8d8577"),
        Sea = Colour("#9fcbe0"),
        Coast = Colour("#79aec9"),
        PlaceName = Colour("#33382c"),
    };

    private static readonly MapTheme Dark = new()
    {
        Sea = Colour("#141a22"),
        Land = Colour("#2b323b"),
        Ice = Colour("#39424d"),
        Border = Colour("#66707d"),
        Coast = Colour("#3d4855"),
        CountryName = Colour("#b9c2cd"),
        PlaceName = Colour("#dde2e8"),
        SeaName = Colour("#5d748c"),
        Halo = Colour("#141a22cc"),
    };

    private static readonly MapTheme Toner = new()
    {
        Sea = Colour("#000000"),
        Land = Colour("#ffffff"),
        Ice = Colour("#ffffff"),
        Border = Colour("#000000"),
        Coast = Colour("#000000"),
        CountryName = Colour("#000000"),
        PlaceName = Colour("#000000"),
        SeaName = Colour("#ffffff"),
        Halo = Colour("#ffffff"),
        SeaHalo = Colour("#000000"),
    };

    private static readonly MapTheme Hybrid = new()
    {
        Sea = Colour("#0d2b4d"),
        Land = Colour("#4c6b35"),
        Ice = Colour("#eef3f6"),
        Border = Colour("#ffffff99"),
        Coast = Colour("#3f7fa055"),
        CountryName = Colour("#ffffff"),
        PlaceName = Colour("#ffffff"),
        SeaName = Colour("#a9cbe8"),
        Halo = Colour("#000000b3"),
        IsImagery = true,
    };

    private static readonly MapTheme Satellite = Hybrid with { HasLines = false, HasNames = false };

    public required SKColor Sea { get; init; }

    public required SKColor Land { get; init; }

    public required SKColor Ice { get; init; }

    public required SKColor Border { get; init; }

    /// <summary>Of rivers, and of the shores of lakes and seas.</summary>
    public required SKColor Coast { get; init; }

    public required SKColor CountryName { get; init; }

    public required SKColor PlaceName { get; init; }

    public required SKColor SeaName { get; init; }

    /// <summary>Around names.</summary>
    public required SKColor Halo { get; init; }

    /// <summary>Around names of seas.</summary>
    public SKColor? SeaHalo { get; init; }

    /// <summary>Whether it looks like pictures from above.</summary>
    public bool IsImagery { get; init; }

    /// <summary>Whether borders are drawn.</summary>
    public bool HasLines { get; init; } = true;

    public bool HasNames { get; init; } = true;

    /// <summary>The words in a map's id decide.</summary>
    public static MapTheme For(string mapId) => mapId switch
    {
        _ when mapId.StartsWith("satellite", StringComparison.Ordinal) => Satellite,
        _ when mapId.StartsWith("hybrid", StringComparison.Ordinal) || mapId == "cadastre-satellite" => Hybrid,
        _ when Has(mapId, DarkWords) => Dark,
        "toner-v2-background" => Toner with { HasNames = false },
        "toner-v2-lines" => Toner with { HasNames = false },
        _ when mapId.StartsWith("toner", StringComparison.Ordinal) => Toner,
        _ when Has(mapId, "base|backdrop|dataviz|light|positron|gray|basic") => Pale,
        _ when Has(mapId, "outdoor|topo|landscape|winter|aquarelle") => Green,
        _ => Light,
    };

    private static bool Has(string mapId, string words) =>
        Array.Exists(words.Split('|'), word => mapId.Contains(word, StringComparison.Ordinal));

    private static SKColor Colour(string text) => CssColour.TryParse(text, out var colour) ? colour : throw new ArgumentException(text);
}
