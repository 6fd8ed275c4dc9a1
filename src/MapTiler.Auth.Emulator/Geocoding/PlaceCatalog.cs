namespace MapTiler.Emulator;

/// <summary>The places that the geocoding of one emulator finds: those of the gazetteer and those that were added.</summary>
internal sealed class PlaceCatalog(Gazetteer gazetteer)
{
    private readonly AddedPlaces _added = new(gazetteer);

    /// <summary>The indexes of names, in the order in which they are searched.</summary>
    public NameIndex[] Names => _added.IsEmpty ? [gazetteer.Names] : [_added.Names, gazetteer.Names];

    public string Add(EmulatedPlace place) => _added.Add(place);

    public Place? Find(string type, int id) => gazetteer.Find(type, id) ?? _added.Find(type, id);

    public Place? FindCountry(int number) => gazetteer.Find(PlaceTypes.Name(PlaceType.Country), number);

    /// <summary>The places of a type within a distance, nearest first, at most so many.</summary>
    /// <param name="longitude">GeoPoint.</param>
    /// <param name="latitude">GeoPoint.</param>
    /// <param name="type">The type.</param>
    /// <param name="kilometers">The distance.</param>
    /// <param name="limit">How many.</param>
    /// <param name="countryCode">Where they have to lie; null for anywhere.</param>
    public IReadOnlyList<Place> Nearest(double longitude, double latitude, PlaceType type, double kilometers, int limit, string? countryCode = null)
    {
        var found = gazetteer.Settlements.Nearest(longitude, latitude, type, kilometers, limit, countryCode);
        return _added.IsEmpty
            ? [.. found.Select(f => f.Place)]
            : [.. found
                .Concat(_added.Near(longitude, latitude, type, kilometers).Where(f => countryCode is null || f.Place.CountryCode == countryCode))
                .OrderBy(f => f.Kilometers).Take(limit).Select(f => f.Place)];
    }
}
