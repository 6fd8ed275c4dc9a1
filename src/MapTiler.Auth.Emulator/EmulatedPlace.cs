using System.Diagnostics;
using MapTiler.Emulator.Geocoding;
using MapTiler.Emulator.World;

namespace MapTiler.Emulator;

/// <summary>
/// A place that the geocoding service of a <see cref="MapTilerEmulator"/> returns in addition to the places of its own data.
/// </summary>
/// <remarks>Searches by name, by location and by id find it. Its parent is the nearest municipality.</remarks>
/// <example><code>emulator.Add(new EmulatedPlace("Café Odeon", 8.5451, 47.3669) { Type = "poi", Categories = ["cafe"] });</code></example>
[DebuggerDisplay("{Name,nq}")]
public sealed class EmulatedPlace
{
    private readonly PlaceType _type = PlaceType.Place;

    /// <summary>Creates a place.</summary>
    /// <param name="name">The name of the place. For an address, the name of the street.</param>
    /// <param name="longitude">The longitude in degrees, from -180 to 180.</param>
    /// <param name="latitude">The latitude in degrees, from -90 to 90.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or white space.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The longitude or the latitude is out of range.</exception>
    public EmulatedPlace(string name, double longitude, double latitude)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (!CoordinateParser.AreValid(longitude, latitude) || double.IsNaN(longitude) || double.IsNaN(latitude))
            throw new ArgumentOutOfRangeException(nameof(longitude), (longitude, latitude), "A longitude is a number from -180 to 180, and a latitude a number from -90 to 90. The longitude is the first argument.");
        (Name, Longitude, Latitude) = (name, longitude, latitude);
    }

    /// <summary>The name of the place. For an address, the name of the street.</summary>
    public string Name { get; }

    /// <summary>The longitude in degrees, from -180 to 180.</summary>
    public double Longitude { get; }

    /// <summary>The latitude in degrees, from -90 to 90.</summary>
    public double Latitude { get; }

    /// <summary>
    /// One of the <see href="https://docs.maptiler.com/cloud/api/geocoding/#PlaceType">place types</see> of MapTiler, such as
    /// <c>address</c>, <c>poi</c>, <c>road</c> or <c>municipality</c>. Searches without the parameter <c>types</c> do not return places
    /// of the types <c>poi</c> and <c>major_landform</c>.
    /// </summary>
    /// <value>The default is <c>place</c>.</value>
    /// <exception cref="ArgumentException">MapTiler has no such place type.</exception>
    public string Type
    {
        get => PlaceTypes.Name(_type);
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            _type = PlaceTypes.Find(value) ?? throw new ArgumentException($"'{value}' is not a place type of MapTiler.", nameof(value));
        }
    }

    /// <summary>The names of the place in other languages. The keys are ISO 639-1 language codes.</summary>
    /// <value>The default is empty.</value>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();

    /// <summary>The house number of an address.</summary>
    /// <value>The default is null: no house number.</value>
    public string? HouseNumber { get; init; }

    /// <summary>
    /// The postal code. The parent of the place is then a place of the type <c>postal_code</c>, which searches find by the code and
    /// which all places with the same code in the same country share.
    /// </summary>
    /// <value>The default is null: no postal code.</value>
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

    /// <summary>The categories of a point of interest, such as <c>cafe</c>. Searches find the place by its categories too.</summary>
    /// <value>The default is empty.</value>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>The ISO 3166-1 alpha-2 code of the country, in upper or lower case.</summary>
    /// <value>The default is null: the country of the nearest municipality.</value>
    public string? CountryCode { get; init; }

    /// <summary>
    /// The number of inhabitants. Of several places that match a search equally well, the one with the largest population is first.
    /// </summary>
    /// <value>The default is 0.</value>
    public int Population { get; init; }

    /// <summary>The bounding box of the place in degrees. West is greater than east if the box crosses the antimeridian.</summary>
    /// <value>The default is null: a square around the location.</value>
    public (double West, double South, double East, double North)? Bounds { get; init; }

    internal PlaceType PlaceType => _type;

    /// <summary>Returns the name of the place.</summary>
    public override string ToString() => Name;
}
