using System.Diagnostics;

namespace MapTiler.Emulator;

/// <summary>
/// A place that the geocoding of a <see cref="MapTilerEmulator"/> finds beside the real ones: by its names, by its position and by
/// its id. It is said to lie in the nearest municipality.
/// </summary>
/// <example><code>emulator.Add(new EmulatedPlace("Café Odeon", 8.5451, 47.3669) { Type = "poi", Categories = ["cafe"] });</code></example>
[DebuggerDisplay("{Name,nq}")]
public sealed class EmulatedPlace
{
    private readonly PlaceType _type = PlaceType.Place;

    /// <summary>Creates a place.</summary>
    /// <param name="name">What it is called; of an address, the street.</param>
    /// <param name="longitude">GeoPoint, -180 to 180.</param>
    /// <param name="latitude">GeoPoint, -90 to 90.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or white space.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The position is not on the globe.</exception>
    public EmulatedPlace(string name, double longitude, double latitude)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (!CoordinateParser.AreValid(longitude, latitude) || double.IsNaN(longitude) || double.IsNaN(latitude))
            throw new ArgumentOutOfRangeException(nameof(longitude), (longitude, latitude), "A longitude is -180 to 180, a latitude -90 to 90; longitude comes first.");
        (Name, Longitude, Latitude) = (name, longitude, latitude);
    }

    /// <summary>What it is called; of an address, the street.</summary>
    public string Name { get; }

    /// <summary>GeoPoint, east of Greenwich.</summary>
    public double Longitude { get; }

    /// <summary>GeoPoint, north of the equator.</summary>
    public double Latitude { get; }

    /// <summary>
    /// One of MapTiler's <see href="https://docs.maptiler.com/cloud/api/geocoding/#PlaceType">place types</see>, e.g. <c>address</c>,
    /// <c>poi</c>, <c>road</c>, <c>municipality</c>. Searches that name no types do not find <c>poi</c> and <c>major_landform</c>.
    /// </summary>
    /// <value>The default is <c>place</c>.</value>
    /// <exception cref="ArgumentException">There is no such type.</exception>
    public string Type
    {
        get => PlaceTypes.Name(_type);
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            _type = PlaceTypes.Find(value) ?? throw new ArgumentException($"'{value}' is not a place type of MapTiler.", nameof(value));
        }
    }

    /// <summary>Its names in other languages, by ISO 639-1 code.</summary>
    /// <value>The default is empty.</value>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();

    /// <summary>The house number of an address.</summary>
    public string? HouseNumber { get; init; }

    /// <summary>
    /// The postal code, e.g. of an address. The place then belongs to a place of the type <c>postal_code</c>, which is found by the
    /// code, is part of the context, and is shared by all places of the country with the same code.
    /// </summary>
    /// <value>The default is null.</value>
    /// <exception cref="ArgumentException">The value is empty or white space.</exception>
    public string? PostalCode
    {
        get;
        init
        {
            if (value is not null)
                ArgumentException.ThrowIfNullOrWhiteSpace(value);
            field = value;
        }
    }

    /// <summary>What a point of interest is, e.g. <c>cafe</c>; it is found by these words, too.</summary>
    /// <value>The default is empty.</value>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>ISO 3166-1 alpha-2; null for that of the nearest municipality.</summary>
    public string? CountryCode { get; init; }

    /// <summary>How many people live there: of places that fit alike, the larger one comes first.</summary>
    /// <value>The default is 0.</value>
    public int Population { get; init; }

    /// <summary>West, south, east and north of it, in degrees; null for a square around the position.</summary>
    public (double West, double South, double East, double North)? Bounds { get; init; }

    internal PlaceType PlaceType => _type;

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
