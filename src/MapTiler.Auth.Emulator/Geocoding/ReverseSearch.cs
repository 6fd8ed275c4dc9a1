namespace MapTiler.Emulator;

/// <summary>Finds the places at a position: the nearest settlement, and what that lies in.</summary>
internal static class ReverseSearch
{
    public static IReadOnlyList<Match> Find(SpatialGrid settlements, double longitude, double latitude, GeocodingParameters parameters)
    {
        var places = parameters.HasSingleType
            ? OfOneType(settlements, longitude, latitude, parameters)
            : OneOfEachType(settlements, longitude, latitude, parameters);
        return [.. places.Select(place => new Match(place, 1, 0, null))];
    }

    private static IEnumerable<Place> OfOneType(SpatialGrid settlements, double longitude, double latitude, GeocodingParameters parameters)
    {
        var type = Array.Find(PlaceTypes.FineToCoarse, parameters.Admits);
        if (!parameters.Admits(type))
            return [];
        return type >= PlaceType.Region
            ? Enclosing(settlements, longitude, latitude).Where(p => p.Type == type)
            : settlements.Nearest(longitude, latitude, type, Reach(type), parameters.Limit ?? 1).Select(n => n.Place);
    }

    private static IEnumerable<Place> OneOfEachType(SpatialGrid settlements, double longitude, double latitude, GeocodingParameters parameters)
    {
        foreach (var type in PlaceTypes.FineToCoarse)
        {
            if (parameters.Admits(type) && type < PlaceType.Region)
            {
                foreach (var (place, _) in settlements.Nearest(longitude, latitude, type, Reach(type), 1))
                    yield return place;
            }
        }

        foreach (var place in Enclosing(settlements, longitude, latitude))
        {
            if (parameters.Admits(place.Type))
                yield return place;
        }
    }

    /// <summary>Region and country of the nearest municipality.</summary>
    private static IEnumerable<Place> Enclosing(SpatialGrid settlements, double longitude, double latitude)
    {
        foreach (var (place, _) in settlements.Nearest(longitude, latitude, PlaceType.Municipality, Reach(PlaceType.Municipality), 1))
        {
            for (var parent = place.Parent; parent is not null; parent = parent.Parent)
                yield return parent;
        }
    }

    /// <summary>How many kilometres away one may be and still be said to be there.</summary>
    private static double Reach(PlaceType type) => type switch
    {
        PlaceType.Neighbourhood => 2,
        PlaceType.Locality => 5,
        _ => 100,
    };
}
