namespace MapTiler.Emulator.Geocoding;

/// <summary>Finds the places at a position: the country by its outline, and the nearest settlements in it.</summary>
internal sealed class ReverseSearch
{
    // The outlines of the countries are less precise than the locations of their municipalities.
    private const double TrustedKilometers = 10;
    private const double CoastKilometers = 25;

    private readonly PlaceCatalog _places;
    private readonly GeocodingParameters _parameters;
    private readonly double _longitude;
    private readonly double _latitude;
    private readonly Place? _municipality;
    private readonly Place? _country;

    private ReverseSearch(PlaceCatalog places, double longitude, double latitude, GeocodingParameters parameters)
    {
        (_places, _longitude, _latitude, _parameters) = (places, longitude, latitude, parameters);
        var outlined = CountryShapes.Shared.At(longitude, latitude) is { } number ? places.FindCountry(number) : null;
        _municipality = Municipality(TrustedKilometers, null)
            ?? (outlined is null ? Municipality(CoastKilometers, null) : Municipality(Reach(PlaceType.Municipality), outlined.CountryCode));
        _country = Enclosing(_municipality, PlaceType.Country) ?? outlined;
    }

    public static IReadOnlyList<Match> Find(PlaceCatalog places, double longitude, double latitude, GeocodingParameters parameters)
    {
        var search = new ReverseSearch(places, longitude, latitude, parameters);
        var found = parameters.HasSingleType ? search.OfOneType() : search.OneOfEachType();
        return [.. found.Select(place => new Match(place, 1, 0, null))];
    }

    private IEnumerable<Place> OfOneType()
    {
        var type = Array.Find(PlaceTypes.FineToCoarse, _parameters.Allows);
        var limit = _parameters.Limit ?? 1;
        return limit == 1
            ? OneOf(type) is { } one ? [one] : []
            : _places.Nearest(_longitude, _latitude, type, Reach(type), limit).Concat(Enclosing(_municipality, type) is { } region ? [region] : []).Distinct().Take(limit);
    }

    private IEnumerable<Place> OneOfEachType() =>
        PlaceTypes.FineToCoarse.Where(_parameters.Allows).Select(OneOf).OfType<Place>();

    private Place? OneOf(PlaceType type) => type switch
    {
        PlaceType.Municipality => _municipality,
        PlaceType.Region => Enclosing(_municipality, type) ?? Nearest(type),
        PlaceType.Country => _country ?? Nearest(type),
        PlaceType.ContinentalMarine => Enclosing(_country, type) ?? Nearest(type),
        _ => Nearest(type),
    };

    private Place? Nearest(PlaceType type) =>
        Nearest(type, Reach(type), type < PlaceType.Municipality ? _country?.CountryCode : null);

    private Place? Municipality(double kilometers, string? countryCode) => Nearest(PlaceType.Municipality, kilometers, countryCode);

    private Place? Nearest(PlaceType type, double kilometers, string? countryCode) =>
        _places.Nearest(_longitude, _latitude, type, kilometers, 1, countryCode) is [var place] ? place : null;

    private static Place? Enclosing(Place? place, PlaceType type)
    {
        while (place is not null && place.Type < type)
            place = place.Parent;
        return place?.Type == type ? place : null;
    }

    /// <summary>The maximum distance in kilometers at which a location belongs to a place of the type.</summary>
    private static double Reach(PlaceType type) => type switch
    {
        PlaceType.Address or PlaceType.Road => 0.1,
        PlaceType.Poi => 0.2,
        PlaceType.Place or PlaceType.Neighbourhood => 2,
        PlaceType.PostalCode or PlaceType.Locality => 5,
        _ => 100,
    };
}
