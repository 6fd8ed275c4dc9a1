namespace MapTiler.Emulator.Geocoding;

/// <summary>The view on disputed areas that a response follows.</summary>
/// <remarks>The service documents the names and what the default omits, not the areas: the lists here are short examples.</remarks>
internal sealed class Worldview
{
    private const string WesternSahara = "EH";
    private const string Kosovo = "XK";

    private static readonly HashSet<string> DisputedCountries = [WesternSahara, Kosovo];
    private static readonly HashSet<(string Country, string Region)> DisputedRegions = [("UA", "11"), ("UA", "20")];

    // Countries that disagree with a neighbor about their border.
    private static readonly HashSet<string> DisputedBorders =
        ["CN", "CY", "EH", "GE", "IL", "IN", "JP", "KR", "MA", "MD", "PK", "PS", "RS", "RU", "SD", "SO", "SS", "TW", "UA", "XK"];

    private readonly bool _takesSides;

    private Worldview(bool takesSides) => _takesSides = takesSides;

    public static string[] Names { get; } = ["default", "auto", "ch", "us"];

    /// <summary>The neutral view.</summary>
    public static Worldview Default { get; } = new(takesSides: false);

    private static Worldview National { get; } = new(takesSides: true);

    public static Worldview Find(string? name) => name is null or "default" ? Default : National;

    /// <summary>Whether a place has a country in this view.</summary>
    public bool HasCountry(Place place)
    {
        if (_takesSides || place.CountryCode.Length == 0)
            return place.CountryCode.Length > 0;
        for (var part = place; part is not null; part = part.Parent)
        {
            if (part.RegionCode is { } region && DisputedRegions.Contains((part.CountryCode, region)))
                return false;
        }

        return !DisputedCountries.Contains(place.CountryCode);
    }

    /// <summary>Whether the whole shape of a country can be shown.</summary>
    public bool ShowsShapeOf(Place country) => _takesSides || !DisputedBorders.Contains(country.CountryCode);
}
