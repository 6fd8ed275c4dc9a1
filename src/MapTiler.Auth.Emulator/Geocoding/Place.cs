using System.Globalization;

namespace MapTiler.Emulator;

/// <summary>A country, a region, or what lies in one.</summary>
internal sealed class Place
{
    private const double DegreesPerRootPerson = 0.00012;

    private List<PlaceName>? _translations;
    private string[]? _context;

    public required PlaceType Type { get; init; }

    /// <summary>GeoNames' id of a city, ISO's number of a country, the ordinal of a region.</summary>
    public required int Id { get; init; }

    /// <summary>The name of the source: for large cities the English one, otherwise mostly the local one.</summary>
    public required string Name { get; init; }

    /// <summary>Upper case, as ISO writes it.</summary>
    public required string CountryCode { get; init; }

    /// <summary>The code of a region within its country, e.g. <c>ZH</c>.</summary>
    public string? RegionCode { get; init; }

    public required Place? Parent { get; init; }

    public required int Population { get; init; }

    public required double Longitude { get; init; }

    public required double Latitude { get; init; }

    /// <summary>The extent of a country or region; null if it has to be guessed from the population.</summary>
    public GeoBox? Extent { get; init; }

    /// <summary>Names in other languages. Of a city, the first one is its own; of a country, the first one is English.</summary>
    public IReadOnlyList<PlaceName> Translations => _translations ?? (IReadOnlyList<PlaceName>)[];

    public string FullId => string.Create(CultureInfo.InvariantCulture, $"{PlaceTypes.Name(Type)}.{Id}");

    public string Reference => Type switch
    {
        _ when IsAdded => string.Create(CultureInfo.InvariantCulture, $"emulator:{Id}"),
        PlaceType.Country => $"iso3166-1:{CountryCode}",
        PlaceType.Region => $"geonames-admin1:{CountryCode}.{RegionCode}",
        _ => string.Create(CultureInfo.InvariantCulture, $"geonames:{Id}"),
    };

    /// <summary>Of an address.</summary>
    public string? HouseNumber { get; init; }

    /// <summary>Of a point of interest.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Whether it was added in code.</summary>
    public bool IsAdded { get; init; }

    public string Kind => Type switch
    {
        PlaceType.Road => "road",
        >= PlaceType.Region => "admin_area",
        _ => "place",
    };

    public string? Designation => Type switch
    {
        PlaceType.Neighbourhood => "suburb",
        not (PlaceType.Locality or PlaceType.Municipality) => null,
        _ when Population >= 100_000 => "city",
        _ when Population >= 10_000 => "town",
        _ => "village",
    };

    /// <summary>The extent, or a square that grows with the root of the population.</summary>
    public GeoBox Box
    {
        get
        {
            if (Extent is { } extent)
                return extent;
            var half = DegreesPerRootPerson * Math.Sqrt(Math.Max(Population, 1));
            return new(Math.Max(-180, Longitude - half), Math.Max(-90, Latitude - half), Math.Min(180, Longitude + half), Math.Min(90, Latitude + half));
        }
    }

    /// <summary>Folded words by which people say where a place lies: names and codes of its region and country.</summary>
    public string[] ContextWords => _context ??= Parent is null ? [] : [.. Parent.ContextWords, .. Parent.OwnWords()];

    /// <summary>Only while the data is read.</summary>
    public void AddTranslation(PlaceName name) => (_translations ??= []).Add(name);

    public string NameIn(string? language)
    {
        if (language is null)
            return Translations.Count > 0 ? Translations[0].Text : Name;

        foreach (var name in Translations)
        {
            if (name.Language == language)
                return name.Text;
        }

        return Name;
    }

    private IEnumerable<string> OwnWords() =>
        Translations.Select(t => t.Text).Append(Name).Append(RegionCode ?? CountryCode)
            .SelectMany(text => NameFolding.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct();
}
