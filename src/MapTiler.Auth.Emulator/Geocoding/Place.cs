using System.Globalization;
using MapTiler.Emulator.World;

namespace MapTiler.Emulator.Geocoding;

/// <summary>A place: a continent, a country, a region, or a smaller one.</summary>
internal sealed class Place
{
    private const double DegreesPerRootPerson = 0.00012;
    private const string AdminArea = "admin_area";

    // The numbers of objects of OpenStreetMap are unknown; these are beyond those that it has.
    private const long FirstRelation = 100_000_000;
    private const long FirstWay = 10_000_000_000;
    private const long FirstNode = 100_000_000_000;

    private List<PlaceName>? _translations;
    private string[]? _wordsForParts;

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
    public BoundingBox? Extent { get; init; }

    /// <summary>Names in other languages. Of a city, the first one is its own; of a country, the first one is English.</summary>
    public IReadOnlyList<PlaceName> Translations => _translations ?? (IReadOnlyList<PlaceName>)[];

    public string FullId => string.Create(CultureInfo.InvariantCulture, $"{PlaceTypes.Name(Type)}.{Id}");

    /// <summary>In the form of a reference to OpenStreetMap: a relation, a way or a node.</summary>
    public string Reference => Type switch
    {
        PlaceType.Road or PlaceType.Address => string.Create(CultureInfo.InvariantCulture, $"osm:w{FirstWay + Id}"),
        _ when Kind == AdminArea => string.Create(CultureInfo.InvariantCulture, $"osm:r{FirstRelation + TypedId}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"osm:n{FirstNode + TypedId}"),
    };

    /// <summary>The id at Wikidata; null if it is unknown.</summary>
    public string? Wikidata { get; init; }

    /// <summary>Of an address.</summary>
    public string? HouseNumber { get; init; }

    public string? PostalCode { get; init; }

    /// <summary>Of a point of interest, a landform or a continent.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>What the service calls <c>kind</c>; points of interest, landforms, continents and seas have none.</summary>
    public string? Kind => Type switch
    {
        PlaceType.Poi or PlaceType.MajorLandform or PlaceType.ContinentalMarine => null,
        PlaceType.Road => "road",
        PlaceType.Address => "street",
        >= PlaceType.Neighbourhood and not PlaceType.Locality => AdminArea,
        _ => "place",
    };

    /// <summary>Whether it is a landform, a continent or a sea, which the service describes by tags instead of a kind.</summary>
    public bool IsNatural => Type is PlaceType.MajorLandform or PlaceType.ContinentalMarine;

    public string? Designation => Type switch
    {
        PlaceType.Neighbourhood => "suburb",
        not (PlaceType.Locality or PlaceType.Municipality) => null,
        _ when Population >= 100_000 => "city",
        _ when Population >= 10_000 => "town",
        _ => "village",
    };

    /// <summary>The extent of the area; of a place whose area is unknown a square that grows with the root of the population.</summary>
    public BoundingBox Bounds
    {
        get
        {
            if (Type == PlaceType.Country && CountryShapes.Shared.Find(Id) is { } shape)
                return shape.Bounds.With(Longitude, Latitude);
            if (Extent is { } extent)
                return extent;
            if (Type <= PlaceType.PostalCode || IsNatural)
                return new(Longitude, Latitude, Longitude, Latitude);
            var half = DegreesPerRootPerson * Math.Sqrt(Math.Max(Population, 1));
            return new(Math.Max(-180, Longitude - half), Math.Max(-90, Latitude - half), Math.Min(180, Longitude + half), Math.Min(90, Latitude + half));
        }
    }

    /// <summary>The folded words that describe where the place is: names and codes of its region and country.</summary>
    public string[] ContextWords => Parent?.WordsForParts ?? [];

    private string[] WordsForParts => _wordsForParts ??= Type == PlaceType.ContinentalMarine ? [] : [.. ContextWords, .. OwnWords()];

    // Regions, countries and continents are numbered each for themselves.
    private long TypedId => Type >= PlaceType.Region ? (50_000_000 * (long)Type) + Id : Id;

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

    /// <summary>Whether it has a name in a language.</summary>
    public bool HasNameIn(string language)
    {
        foreach (var name in Translations)
        {
            if (name.Language == language)
                return true;
        }

        return false;
    }

    private IEnumerable<string> OwnWords() =>
        Translations.Select(t => t.Text).Append(Name).Append(RegionCode ?? CountryCode)
            .SelectMany(name => NameFolding.Fold(name).Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct();
}

/// <summary>A name in a language; null for a name without a language.</summary>
internal readonly record struct PlaceName(string Text, string? Language);
