using System.Runtime.CompilerServices;

namespace MapTiler.Emulator;

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
