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
        Deep = Colour("#6fa6c9"),
        Wood = Colour("#d6e3c4"),
        Grass = Colour("#e3ecd2"),
        Sand = Colour("#f3e9c8"),
        BuiltUp = Colour("#ebe5dc"),
        Building = Colour("#ddd3c6"),
        Road = Colour("#ffffff"),
        RoadEdge = Colour("#d3c9bb"),
        Motorway = Colour("#f6cf7d"),
        Relief = Colour("#8a7a63"),
        Mark = Colour("#4f6a86"),
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
        Deep = Colour("#aab9c2"),
        Wood = Colour("#e6ebe4"),
        Grass = Colour("#edf0ea"),
        Sand = Colour("#f2efe6"),
        BuiltUp = Colour("#eaeae7"),
        Building = Colour("#dededb"),
        Road = Colour("#ffffff"),
        RoadEdge = Colour("#d9dad9"),
        Motorway = Colour("#fafafa"),
        Relief = Colour("#8d9296"),
        Mark = Colour("#7b858d"),
    };

    private static readonly MapTheme Green = Light with
    {
        Land = Colour("#e4ebd1"),
        Border = Colour("#8d8577"),
        Sea = Colour("#9fcbe0"),
        Coast = Colour("#79aec9"),
        PlaceName = Colour("#33382c"),
        Deep = Colour("#5f9ec2"),
        Wood = Colour("#c3d8a8"),
        Grass = Colour("#d3e4b8"),
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
        Deep = Colour("#0b0f15"),
        Wood = Colour("#2b3a36"),
        Grass = Colour("#2f3c39"),
        Sand = Colour("#3a3a36"),
        BuiltUp = Colour("#323a44"),
        Building = Colour("#3d4753"),
        Road = Colour("#475361"),
        RoadEdge = Colour("#20262e"),
        Motorway = Colour("#6d6042"),
        Relief = Colour("#11161c"),
        Mark = Colour("#8fa6be"),
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
        Deep = Colour("#000000"),
        Wood = Colour("#eeeeee"),
        Grass = Colour("#f4f4f4"),
        Sand = Colour("#f8f8f8"),
        BuiltUp = Colour("#ededed"),
        Building = Colour("#cccccc"),
        Road = Colour("#ffffff"),
        RoadEdge = Colour("#000000"),
        Motorway = Colour("#000000"),
        Relief = Colour("#555555"),
        Mark = Colour("#000000"),
    };

    private static readonly MapTheme Pastel = Light with
    {
        Land = Colour("#fbf4ee"),
        Sea = Colour("#c3dfe8"),
        Coast = Colour("#a3c9d6"),
        Wood = Colour("#dfe9d5"),
        Border = Colour("#c2a9b8"),
        Motorway = Colour("#f8d9b0"),
    };

    private static readonly MapTheme Winter = Green with
    {
        Land = Colour("#eef2f5"),
        Sea = Colour("#a8cbe3"),
        Coast = Colour("#84afcd"),
        Ice = Colour("#ffffff"),
        Wood = Colour("#dbe5e3"),
        Grass = Colour("#e8eff0"),
        Relief = Colour("#71869c"),
    };

    private static readonly MapTheme Ocean = Light with
    {
        Land = Colour("#efe9d9"),
        Sea = Colour("#8fc7e3"),
        Deep = Colour("#1d5c8f"),
        Coast = Colour("#5f9fc4"),
        SeaName = Colour("#ffffff"),
        SeaHalo = Colour("#2f6f9f99"),
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
        Deep = Colour("#071a30"),
        Wood = Colour("#3f5c2c"),
        Grass = Colour("#5a7a41"),
        Sand = Colour("#b49d6c"),
        BuiltUp = Colour("#77746b"),
        Building = Colour("#8a867c"),
        Road = Colour("#ffffffcc"),
        RoadEdge = Colour("#00000066"),
        Motorway = Colour("#ffd98acc"),
        Relief = Colour("#223018"),
        Mark = Colour("#ffffff"),
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

    /// <summary>The sea where it is deepest.</summary>
    public required SKColor Deep { get; init; }

    public required SKColor Wood { get; init; }

    public required SKColor Grass { get; init; }

    public required SKColor Sand { get; init; }

    public required SKColor BuiltUp { get; init; }

    public required SKColor Building { get; init; }

    public required SKColor Road { get; init; }

    public required SKColor RoadEdge { get; init; }

    public required SKColor Motorway { get; init; }

    /// <summary>Contours, and slopes in the shade.</summary>
    public required SKColor Relief { get; init; }

    /// <summary>Icons of points of interest.</summary>
    public required SKColor Mark { get; init; }

    /// <summary>Around names.</summary>
    public required SKColor Halo { get; init; }

    /// <summary>Around names of seas.</summary>
    public SKColor? SeaHalo { get; init; }

    public bool IsDark => ReferenceEquals(this, Dark);

    /// <summary>Whether it looks like pictures from above.</summary>
    public bool IsImagery { get; init; }

    /// <summary>Whether borders are drawn.</summary>
    public bool HasLines { get; init; } = true;

    public bool HasNames { get; init; } = true;

    /// <summary>The colors by the names that templates of styles use.</summary>
    public IReadOnlyDictionary<string, SKColor> Colors => new Dictionary<string, SKColor>(StringComparer.Ordinal)
    {
        ["sea"] = Sea, ["deep"] = Deep, ["coast"] = Coast, ["land"] = Land, ["ice"] = Ice, ["wood"] = Wood, ["grass"] = Grass, ["sand"] = Sand,
        ["built-up"] = BuiltUp, ["building"] = Building, ["road"] = Road, ["road-edge"] = RoadEdge, ["motorway"] = Motorway, ["relief"] = Relief,
        ["border"] = Border, ["country-name"] = CountryName, ["place-name"] = PlaceName, ["sea-name"] = SeaName, ["halo"] = Halo,
        ["sea-halo"] = SeaHalo ?? Sea, ["mark"] = Mark,
    };

    /// <summary>The words in a map's id decide.</summary>
    public static MapTheme For(string mapId) => mapId switch
    {
        _ when mapId.StartsWith("satellite", StringComparison.Ordinal) => Satellite,
        _ when mapId.StartsWith("hybrid", StringComparison.Ordinal) || mapId == "cadastre-satellite" => Hybrid,
        _ when mapId.StartsWith("ocean", StringComparison.Ordinal) => Has(mapId, DarkWords) ? Dark : Ocean,
        _ when Has(mapId, DarkWords) => Dark,
        "toner-v2-background" => Toner with { HasNames = false },
        "toner-v2-lines" => Toner with { HasNames = false },
        _ when mapId.StartsWith("toner", StringComparison.Ordinal) => Toner,
        _ when Has(mapId, "base|backdrop|dataviz|light|positron|gray|basic") => Pale,
        _ when Has(mapId, "pastel") => Pastel,
        _ when Has(mapId, "winter") => Winter,
        _ when Has(mapId, "outdoor|topo|landscape|aquarelle") => Green,
        _ => Light,
    };

    private static bool Has(string mapId, string words) =>
        Array.Exists(words.Split('|'), word => mapId.Contains(word, StringComparison.Ordinal));

    private static SKColor Colour(string text) => CssColour.TryParse(text, out var colour) ? colour : throw new ArgumentException(text);
}
