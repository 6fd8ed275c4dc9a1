using System.Text.Json.Serialization;

namespace MapTiler.Geocoding;

/// <summary>
/// The type of a place, from continents to addresses. The set is open: strings convert implicitly, other values are preserved, and <c>switch (type.Value)</c> distinguishes values.
/// See <see href="https://docs.maptiler.com/cloud/api/geocoding/#PlaceTypeValues">place types</see>.
/// </summary>
[JsonConverter(typeof(MapTilerJsonConverter))]
public readonly record struct PlaceType
{
    private readonly string? _value;

    /// <summary>Creates a value, which need not be listed here.</summary>
    /// <param name="value">The name that the service uses.</param>
    public PlaceType(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>A continent or a sea.</summary>
    public static PlaceType ContinentalMarine { get; } = new("continental_marine");

    /// <summary>A country or a dependent territory.</summary>
    public static PlaceType Country { get; } = new("country");

    /// <summary>A large landform, such as a mountain range. It is returned only if it is requested.</summary>
    public static PlaceType MajorLandform { get; } = new("major_landform");

    /// <summary>A region, the first administrative level below the country.</summary>
    public static PlaceType Region { get; } = new("region");

    /// <summary>A subregion, the administrative level below the region.</summary>
    public static PlaceType Subregion { get; } = new("subregion");

    /// <summary>A county, the administrative level below the subregion.</summary>
    public static PlaceType County { get; } = new("county");

    /// <summary>A group of municipalities with a joint administration.</summary>
    public static PlaceType JointMunicipality { get; } = new("joint_municipality");

    /// <summary>A part of a joint municipality.</summary>
    public static PlaceType JointSubmunicipality { get; } = new("joint_submunicipality");

    /// <summary>A city, town or village with its own administration.</summary>
    public static PlaceType Municipality { get; } = new("municipality");

    /// <summary>A district of a municipality.</summary>
    public static PlaceType MunicipalDistrict { get; } = new("municipal_district");

    /// <summary>A locality, such as a hamlet or a part of a municipality.</summary>
    public static PlaceType Locality { get; } = new("locality");

    /// <summary>A neighborhood of a municipality.</summary>
    public static PlaceType Neighbourhood { get; } = new("neighbourhood");

    /// <summary>A named place of no other type.</summary>
    public static PlaceType Place { get; } = new("place");

    /// <summary>The area of a postal code.</summary>
    public static PlaceType PostalCode { get; } = new("postal_code");

    /// <summary>A house number or a residential street.</summary>
    public static PlaceType Address { get; } = new("address");

    /// <summary>A road, such as a street.</summary>
    public static PlaceType Road { get; } = new("road");

    /// <summary>A point of interest (POI). It is returned only if it is requested.</summary>
    public static PlaceType Poi { get; } = new("poi");

    private static readonly HashSet<PlaceType> Documented =
    [
        ContinentalMarine, Country, MajorLandform, Region, Subregion, County,
        JointMunicipality, JointSubmunicipality, Municipality, MunicipalDistrict, Locality, Neighbourhood,
        Place, PostalCode, Address, Road, Poi,
    ];

    /// <summary>The name that the service uses.</summary>
    public string Value => _value ?? "";

    /// <summary>Converts a string to a value, which need not be listed here.</summary>
    /// <param name="value">The name that the service uses.</param>
    public static implicit operator PlaceType(string value) => new(value);

    internal static bool IsDocumented(string value) => Documented.Contains(new(value));

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
