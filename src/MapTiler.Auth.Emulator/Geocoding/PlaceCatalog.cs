using System.Collections.Immutable;
using MapTiler.Emulator.World;

namespace MapTiler.Emulator.Geocoding;

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

/// <summary>The places that were added to one emulator. There are few, so a search by location compares all of them.</summary>
internal sealed class AddedPlaces(Gazetteer gazetteer)
{
    // Beyond the ids of the gazetteer.
    private const int FirstId = 2_000_000_000;
    private const double NeighborhoodKilometers = 100;

    private readonly Lock _writing = new();
    private volatile Snapshot _all = new([]);

    public bool IsEmpty => _all.Places.IsEmpty;

    public NameIndex Names => _all.Names;

    /// <summary>Returns the id that the place got.</summary>
    public string Add(EmulatedPlace added)
    {
        lock (_writing)
        {
            var places = _all.Places;
            var municipality = gazetteer.Settlements
                .Nearest(added.Longitude, added.Latitude, PlaceType.Municipality, NeighborhoodKilometers, 1).FirstOrDefault().Place;
            var parent = municipality;
            while (parent is not null && parent.Type <= added.PlaceType)
                parent = parent.Parent;
            var countryCode = added.CountryCode?.ToUpperInvariant() ?? municipality?.CountryCode ?? "";
            var postalCode = added.PostalCode is null || added.PlaceType >= PlaceType.PostalCode ? null
                : places.FirstOrDefault(p => p.Type == PlaceType.PostalCode && p.Name == added.PostalCode && p.CountryCode == countryCode)
                ?? CreatePostalCode(added, countryCode, parent, FirstId + places.Length + 1);
            var place = Create(added, countryCode, postalCode ?? parent, FirstId + places.Length);
            places = places.Add(place);
            _all = new(postalCode is null || places.Contains(postalCode) ? places : places.Add(postalCode));
            return place.FullId;
        }
    }

    public Place? Find(string type, int id) => _all.Places.FirstOrDefault(p => p.Id == id && PlaceTypes.Name(p.Type) == type);

    /// <summary>Those of a type within a distance, or around the position if they have an extent.</summary>
    public IEnumerable<(Place Place, double Kilometers)> Near(double longitude, double latitude, PlaceType type, double kilometers)
    {
        foreach (var place in _all.Places)
        {
            if (place.Type != type)
                continue;
            var distance = GeoDistance.Kilometers(longitude, latitude, place.Longitude, place.Latitude);
            if (place.Extent is { } extent ? extent.Contains(longitude, latitude) : distance <= kilometers)
                yield return (place, distance);
        }
    }

    private static Place Create(EmulatedPlace added, string countryCode, Place? parent, int id)
    {
        var place = new Place
        {
            Type = added.PlaceType,
            Id = id,
            Name = added.Name,
            CountryCode = countryCode,
            Parent = parent,
            Population = added.Population,
            Longitude = added.Longitude,
            Latitude = added.Latitude,
            Extent = added.Bounds is { } bounds ? new(bounds.West, bounds.South, bounds.East, bounds.North) : null,
            HouseNumber = added.HouseNumber,
            PostalCode = added.PostalCode,
            Categories = [.. added.Categories],
        };
        place.AddTranslation(new(added.Name, null));
        foreach (var (language, name) in added.Names)
            place.AddTranslation(new(name, language));
        return place;
    }

    private static Place CreatePostalCode(EmulatedPlace added, string countryCode, Place? parent, int id)
    {
        var place = new Place
        {
            Type = PlaceType.PostalCode,
            Id = id,
            Name = added.PostalCode!,
            CountryCode = countryCode,
            Parent = parent,
            Population = 0,
            Longitude = added.Longitude,
            Latitude = added.Latitude,
        };
        place.AddTranslation(new(added.PostalCode!, null));
        return place;
    }

    private static IEnumerable<NameEntry> Entries(Place place)
    {
        foreach (var name in place.Translations)
        {
            // From each of its words on, so that Odeon finds Café Odeon.
            for (var start = 0; start >= 0 && start < name.Text.Length; start = name.Text.IndexOf(' ', start) is var space and >= 0 ? space + 1 : -1)
                yield return Entry(name.Text[start..], name);
            if (place.HouseNumber is not { } number)
                continue;
            yield return Entry($"{name.Text} {number}", name);
            yield return Entry($"{number} {name.Text}", name);
        }

        foreach (var category in place.Categories)
            yield return Entry(category, place.Translations[0]);

        NameEntry Entry(string form, PlaceName name) => new(NameFolding.Fold(form), place, name);
    }

    /// <summary>The names are sorted at the first search, not for each place that is added.</summary>
    private sealed class Snapshot(ImmutableArray<Place> places)
    {
        private readonly Lazy<NameIndex> _names = new(() => new([], [.. places.SelectMany(Entries)]));

        public ImmutableArray<Place> Places => places;

        public NameIndex Names => _names.Value;
    }
}
