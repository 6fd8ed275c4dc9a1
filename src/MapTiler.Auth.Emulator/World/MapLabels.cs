using System.Runtime.CompilerServices;
using MapTiler.Emulator.Geocoding;

namespace MapTiler.Emulator.World;

/// <summary>The names of the world, for the tiles and for the images.</summary>
internal sealed class MapLabels
{
    private const double PopulationOfFirstRank = 8e6;
    private const double PopulationPerRank = 3;
    private const int LastCountryRank = 6;
    private const int FirstSuburbRank = 10;
    private const int LastRank = 12;

    // A name is about as wide as a country whose area has a root of so much of the map.
    private const double RootOfAreaOfFirstRank = 0.08;

    // Up to this zoom all places are looked through, which are few; beyond it the grid is faster.
    private const int LastZoomOfLargePlaces = 4;

    private static readonly ConditionalWeakTable<Gazetteer, MapLabels> Known = [];

    private readonly Gazetteer _gazetteer;
    private readonly Lazy<MapLabel[]> _countries;
    private readonly Lazy<MapLabel[]> _large;

    private MapLabels(Gazetteer gazetteer)
    {
        _gazetteer = gazetteer;
        _countries = new(ReadCountries);
        _large = new(() => [.. gazetteer.Settlements.Within(new(-180, -90, 179.999, 90)).Select(Settlement).Where(l => l.Rank <= LastZoomOfLargePlaces + 1)]);
    }

    /// <summary>One for all who draw the same places.</summary>
    public static MapLabels Of(Gazetteer gazetteer) => Known.GetValue(gazetteer, g => new(g));

    /// <summary>The labels of a zoom in a bounding box, the most important first. They may have to be moved around the Earth to lie in it.</summary>
    public List<MapLabel> Within(MercatorBounds bounds, double zoom)
    {
        var lastRank = Math.Min((int)Math.Floor(zoom) + 1, LastRank);
        var settlements = lastRank <= LastZoomOfLargePlaces + 1
            ? _large.Value
            : _gazetteer.Settlements.Within(bounds.ToBoundingBox()).Select(Settlement);
        return
        [
            .. _countries.Value.Concat(Seas.Labels).Concat(settlements)
                .Where(label => label.Rank <= lastRank && IsIn(bounds, label.Location))
                .OrderBy(label => label.Kind != MapLabelKind.Country || label.Rank > 4 ? label.Rank : 0)
                .ThenBy(label => label.Kind)
                .ThenByDescending(label => label.Population)
                .ThenBy(label => label.Id),
        ];
    }

    private static bool IsIn(MercatorBounds bounds, MercatorPoint point) =>
        point.Y >= bounds.Top && point.Y <= bounds.Bottom && Math.Floor(bounds.Right - point.X) >= Math.Ceiling(bounds.Left - point.X);

    private MapLabel[] ReadCountries()
    {
        return [.. WorldMap.Countries.Select(Label)];

        MapLabel Label(Country country)
        {
            var place = _gazetteer.Find("country", country.Number);
            var rank = 1 + (int)Math.Ceiling(Math.Log2(RootOfAreaOfFirstRank / Math.Sqrt(Math.Max(country.Area, 1e-9))));
            return new(country.Id, MapLabelKind.Country, "country", country.Name, country.Label, Math.Clamp(rank, 1, LastCountryRank), place?.Population ?? 0, place) { Country = country };
        }
    }

    private static MapLabel Settlement(Place place)
    {
        var rank = 1 + (int)Math.Ceiling(Math.Log(PopulationOfFirstRank / Math.Max(place.Population, 1), PopulationPerRank));
        rank = Math.Clamp(place.Type == PlaceType.Neighbourhood ? Math.Max(rank, FirstSuburbRank) : rank, 1, LastRank);
        return new(
            place.Id, MapLabelKind.Settlement, place.Designation!, place.NameIn("en"),
            MercatorPoint.From(place.Longitude, place.Latitude), rank, place.Population, place);
    }
}

/// <summary>A name on a map.</summary>
/// <param name="Id">Unique among the labels of a kind.</param>
/// <param name="Kind">Of what it is the name.</param>
/// <param name="Class">As the tiles call it, e.g. <c>city</c>.</param>
/// <param name="Name">In English where the name has such a form.</param>
/// <param name="Location">The location of the name.</param>
/// <param name="Rank">1 for what is seen at zoom 0 already, 2 for what joins it at zoom 1, and so on.</param>
/// <param name="Population">The number of inhabitants; 0 if it is unknown.</param>
/// <param name="Place">With its names in other languages, where there are any.</param>
internal sealed record MapLabel(int Id, MapLabelKind Kind, string Class, string Name, MercatorPoint Location, int Rank, int Population, Place? Place)
{
    /// <summary>The country that the name is of.</summary>
    public Country? Country { get; init; }

    /// <summary>The line along which the name of a sea is written; null for an ocean, which has a point only.</summary>
    public MercatorPath? Line { get; init; }
}

/// <summary>What has names on a map, the more important first.</summary>
internal enum MapLabelKind
{
    Country,
    Sea,
    Settlement,
}

/// <summary>The names of oceans and large seas and their locations, chosen by hand, since the packages with Natural Earth's data have none.</summary>
internal static class Seas
{
    private const string Ocean = "ocean";
    private const string Sea = "sea";
    private const string Bay = "bay";

    // Of a map that is 512 pixels wide: 11 pixels, with room for the spacing and the halo.
    private const double WidthOfLetter = 11.0 / 512;
    private const int PointsToEachSide = 4;

    private static readonly (string Name, string Class, double Longitude, double Latitude, int Rank)[] Known =
    [
        ("Pacific Ocean", Ocean, -140, 5, 1),
        ("Pacific Ocean", Ocean, 162, 25, 2),
        ("South Pacific Ocean", Ocean, -115, -35, 2),
        ("Atlantic Ocean", Ocean, -40, 29, 1),
        ("South Atlantic Ocean", Ocean, -15, -25, 2),
        ("Indian Ocean", Ocean, 78, -22, 1),
        ("Southern Ocean", Ocean, 90, -61, 2),
        ("Arctic Ocean", Ocean, -160, 77, 2),
        ("Mediterranean Sea", Sea, 18.5, 34.6, 4),
        ("Caribbean Sea", Sea, -75, 14.8, 4),
        ("Gulf of Mexico", Sea, -90.5, 25, 4),
        ("Bering Sea", Sea, -178, 57.5, 4),
        ("Arabian Sea", Sea, 64, 15, 4),
        ("Bay of Bengal", Bay, 88.5, 14.5, 4),
        ("Philippine Sea", Sea, 133, 19, 4),
        ("South China Sea", Sea, 114.5, 14.5, 5),
        ("Coral Sea", Sea, 155, -16, 4),
        ("Tasman Sea", Sea, 160, -38, 4),
        ("Norwegian Sea", Sea, 2, 67, 4),
        ("Barents Sea", Sea, 40, 74, 4),
        ("Hudson Bay", Bay, -86, 60, 4),
        ("Labrador Sea", Sea, -53, 57.5, 4),
        ("Black Sea", Sea, 34.5, 43.2, 5),
        ("North Sea", Sea, 3.3, 56.3, 5),
        ("Baltic Sea", Sea, 19.6, 57, 6),
        ("Sea of Okhotsk", Sea, 149, 54.5, 4),
        ("Sea of Japan", Sea, 134.5, 40, 5),
        ("Red Sea", Sea, 38, 20.5, 6),
        ("Caspian Sea", Sea, 50.6, 42, 6),
    ];

    public static readonly MapLabel[] Labels =
    [
        .. Known.Select((sea, index) => new MapLabel(
            index + 1, MapLabelKind.Sea, sea.Class, sea.Name, MercatorPoint.From(sea.Longitude, sea.Latitude), sea.Rank, 0, null)
        {
            Line = sea.Class == Ocean ? null : Line(sea.Name, sea.Longitude, sea.Latitude, sea.Rank),
        }),
    ];

    /// <summary>A line from west to east that is as long as the name at the first zoom that shows it.</summary>
    private static MercatorPath Line(string name, double longitude, double latitude, int rank)
    {
        var middle = MercatorPoint.From(longitude, latitude);
        var half = WidthOfLetter * name.Length / 2 / Math.Pow(2, rank - 1);
        return MercatorPath.Line([.. Enumerable.Range(-PointsToEachSide, (2 * PointsToEachSide) + 1)
            .Select(n => middle with { X = middle.X + (half * n / PointsToEachSide) })]);
    }
}

/// <summary>The locations of the names of the continents, chosen by hand.</summary>
internal static class Continents
{
    public static readonly (string Name, MercatorPoint Point)[] Labels =
    [
        ("Africa", MercatorPoint.From(20, 5)),
        ("Antarctica", MercatorPoint.From(60, -79)),
        ("Asia", MercatorPoint.From(90, 45)),
        ("Europe", MercatorPoint.From(22, 52)),
        ("North America", MercatorPoint.From(-101, 46)),
        ("Oceania", MercatorPoint.From(137, -22)),
        ("South America", MercatorPoint.From(-60, -12)),
    ];
}
