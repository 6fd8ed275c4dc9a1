namespace MapTiler.Emulator.Geocoding;

/// <summary>The places in the data of the emulator.</summary>
internal sealed class Gazetteer
{
    private static readonly Lazy<Gazetteer> Loaded = new(GazetteerReader.ReadResource);

    private readonly Dictionary<string, Place> _byId;

    public Gazetteer(IReadOnlyList<Place> continents, IReadOnlyList<Place> countries, IReadOnlyList<Place> regions, Place[] settlements, NameIndex names)
    {
        Countries = countries.ToDictionary(c => c.CountryCode, StringComparer.Ordinal);
        Settlements = new(settlements);
        Names = names;
        _byId = new(continents.Count + countries.Count + regions.Count, StringComparer.Ordinal);
        foreach (var place in continents.Concat(countries).Concat(regions))
            _byId.Add(place.FullId, place);
        SettlementsById = settlements.ToDictionary(s => s.Id);
    }

    /// <summary>One for the process: it never changes.</summary>
    public static Gazetteer Shared => Loaded.Value;

    public IReadOnlyDictionary<string, Place> Countries { get; }

    public SpatialGrid Settlements { get; }

    public NameIndex Names { get; }

    private Dictionary<int, Place> SettlementsById { get; }

    public Place? Find(string type, int id)
    {
        if (_byId.TryGetValue($"{type}.{id}", out var place))
            return place;
        return SettlementsById.TryGetValue(id, out place) && PlaceTypes.Name(place.Type) == type ? place : null;
    }
}
