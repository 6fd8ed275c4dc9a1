using SkiaSharp;

namespace MapTiler.Emulator.Drawing;

/// <summary>The colors of a map, for its images and its style.</summary>
internal sealed record MapTheme
{
    private const string DarkWords = "dark|night";

    private static readonly MapTheme Light = new()
    {
        Sea = Color("#a9cfe8"),
        Land = Color("#f6f2e7"),
        Ice = Color("#ffffff"),
        Border = Color("#a58fa8"),
        Coast = Color("#86b4d3"),
        CountryName = Color("#4b4453"),
        PlaceName = Color("#2f3338"),
        SeaName = Color("#4c7fa6"),
        Halo = Color("#ffffffd9"),
        Deep = Color("#6fa6c9"),
        Wood = Color("#d6e3c4"),
        Grass = Color("#e3ecd2"),
        Sand = Color("#f3e9c8"),
        BuiltUp = Color("#ebe5dc"),
        Building = Color("#ddd3c6"),
        Road = Color("#ffffff"),
        RoadEdge = Color("#d3c9bb"),
        Motorway = Color("#f6cf7d"),
        Relief = Color("#8a7a63"),
        Mark = Color("#4f6a86"),
    };

    private static readonly MapTheme Pale = new()
    {
        Sea = Color("#cdd7dd"),
        Land = Color("#f5f5f3"),
        Ice = Color("#fcfcfc"),
        Border = Color("#b3b6b9"),
        Coast = Color("#bac6cd"),
        CountryName = Color("#6b7075"),
        PlaceName = Color("#565b60"),
        SeaName = Color("#8899a4"),
        Halo = Color("#ffffffcc"),
        Deep = Color("#aab9c2"),
        Wood = Color("#e6ebe4"),
        Grass = Color("#edf0ea"),
        Sand = Color("#f2efe6"),
        BuiltUp = Color("#eaeae7"),
        Building = Color("#dededb"),
        Road = Color("#ffffff"),
        RoadEdge = Color("#d9dad9"),
        Motorway = Color("#fafafa"),
        Relief = Color("#8d9296"),
        Mark = Color("#7b858d"),
    };

    private static readonly MapTheme Green = Light with
    {
        Land = Color("#e4ebd1"),
        Border = Color("#8d8577"),
        Sea = Color("#9fcbe0"),
        Coast = Color("#79aec9"),
        PlaceName = Color("#33382c"),
        Deep = Color("#5f9ec2"),
        Wood = Color("#c3d8a8"),
        Grass = Color("#d3e4b8"),
    };

    private static readonly MapTheme Dark = new()
    {
        Sea = Color("#141a22"),
        Land = Color("#2b323b"),
        Ice = Color("#39424d"),
        Border = Color("#66707d"),
        Coast = Color("#3d4855"),
        CountryName = Color("#b9c2cd"),
        PlaceName = Color("#dde2e8"),
        SeaName = Color("#5d748c"),
        Halo = Color("#141a22cc"),
        Deep = Color("#0b0f15"),
        Wood = Color("#2b3a36"),
        Grass = Color("#2f3c39"),
        Sand = Color("#3a3a36"),
        BuiltUp = Color("#323a44"),
        Building = Color("#3d4753"),
        Road = Color("#475361"),
        RoadEdge = Color("#20262e"),
        Motorway = Color("#6d6042"),
        Relief = Color("#11161c"),
        Mark = Color("#8fa6be"),
    };

    private static readonly MapTheme Toner = new()
    {
        Sea = Color("#000000"),
        Land = Color("#ffffff"),
        Ice = Color("#ffffff"),
        Border = Color("#000000"),
        Coast = Color("#000000"),
        CountryName = Color("#000000"),
        PlaceName = Color("#000000"),
        SeaName = Color("#ffffff"),
        Halo = Color("#ffffff"),
        SeaHalo = Color("#000000"),
        Deep = Color("#000000"),
        Wood = Color("#eeeeee"),
        Grass = Color("#f4f4f4"),
        Sand = Color("#f8f8f8"),
        BuiltUp = Color("#ededed"),
        Building = Color("#cccccc"),
        Road = Color("#ffffff"),
        RoadEdge = Color("#000000"),
        Motorway = Color("#000000"),
        Relief = Color("#555555"),
        Mark = Color("#000000"),
    };

    private static readonly MapTheme Pastel = Light with
    {
        Land = Color("#fbf4ee"),
        Sea = Color("#c3dfe8"),
        Coast = Color("#a3c9d6"),
        Wood = Color("#dfe9d5"),
        Border = Color("#c2a9b8"),
        Motorway = Color("#f8d9b0"),
    };

    private static readonly MapTheme Winter = Green with
    {
        Land = Color("#eef2f5"),
        Sea = Color("#a8cbe3"),
        Coast = Color("#84afcd"),
        Ice = Color("#ffffff"),
        Wood = Color("#dbe5e3"),
        Grass = Color("#e8eff0"),
        Relief = Color("#71869c"),
    };

    private static readonly MapTheme Ocean = Light with
    {
        Land = Color("#efe9d9"),
        Sea = Color("#8fc7e3"),
        Deep = Color("#1d5c8f"),
        Coast = Color("#5f9fc4"),
        SeaName = Color("#ffffff"),
        SeaHalo = Color("#2f6f9f99"),
    };

    private static readonly MapTheme Hybrid = new()
    {
        Sea = Color("#0d2b4d"),
        Land = Color("#4c6b35"),
        Ice = Color("#eef3f6"),
        Border = Color("#ffffff99"),
        Coast = Color("#3f7fa055"),
        CountryName = Color("#ffffff"),
        PlaceName = Color("#ffffff"),
        SeaName = Color("#a9cbe8"),
        Halo = Color("#000000b3"),
        IsImagery = true,
        Deep = Color("#071a30"),
        Wood = Color("#3f5c2c"),
        Grass = Color("#5a7a41"),
        Sand = Color("#b49d6c"),
        BuiltUp = Color("#77746b"),
        Building = Color("#8a867c"),
        Road = Color("#ffffffcc"),
        RoadEdge = Color("#00000066"),
        Motorway = Color("#ffd98acc"),
        Relief = Color("#223018"),
        Mark = Color("#ffffff"),
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

    /// <summary>Whether it looks like images from above.</summary>
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

    /// <summary>The theme for a map, chosen by the words in its id.</summary>
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

    private static SKColor Color(string value) => CssColor.TryParse(value, out var color) ? color : throw new ArgumentException(value);
}
