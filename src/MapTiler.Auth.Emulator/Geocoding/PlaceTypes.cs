using System.Collections.Frozen;

namespace MapTiler.Emulator.Geocoding;

/// <summary>The names of the place types.</summary>
internal static class PlaceTypes
{
    public static readonly PlaceType[] FineToCoarse = Enum.GetValues<PlaceType>();

    private static readonly string[] Names =
    [
        "address", "poi", "road", "postal_code", "place", "neighbourhood", "locality", "municipal_district", "joint_submunicipality",
        "municipality", "joint_municipality", "county", "subregion", "region", "major_landform", "country", "continental_marine",
    ];

    private static readonly FrozenDictionary<string, PlaceType> ByName = FineToCoarse.ToFrozenDictionary(Name, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Dictionary<PlaceType, string>> Labels = new Dictionary<string, Dictionary<PlaceType, string>>
    {
        ["cs"] = Words("země", "kraj", "obec", "část obce", "adresa", "ulice"),
        ["de"] = Words("Land", "Region", "Gemeinde", "Ortsteil", "Adresse", "Straße"),
        ["fr"] = Words("pays", "région", "commune", "quartier", "adresse", "rue"),
        ["pl"] = Words("państwo", "województwo", "gmina", "dzielnica", "adres", "ulica"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether the parameter <c>types</c> takes it.</summary>
    public static bool IsKnown(string name) => ByName.ContainsKey(name);

    /// <summary>Whether searches that name no types find it.</summary>
    public static bool IsDefault(PlaceType type) => type is not (PlaceType.Poi or PlaceType.MajorLandform);

    public static string Name(PlaceType type) => Names[(int)type];

    public static PlaceType? Find(string name) => ByName.TryGetValue(name, out var type) ? type : null;

    /// <summary>The type in a language; without a language and in most languages its name, null where a language lacks the word.</summary>
    public static string? Label(PlaceType type, string? language) => language is not null && Labels.TryGetValue(language, out var labels)
        ? labels.GetValueOrDefault(type)
        : Name(type);

    private static Dictionary<PlaceType, string> Words(string country, string region, string municipality, string neighbourhood, string address, string road) => new()
    {
        [PlaceType.Country] = country,
        [PlaceType.Region] = region,
        [PlaceType.Municipality] = municipality,
        [PlaceType.Neighbourhood] = neighbourhood,
        [PlaceType.Address] = address,
        [PlaceType.Road] = road,
    };
}

/// <summary>The place types of the service, from fine to coarse. The data has five of them; others are added in code.</summary>
internal enum PlaceType
{
    Address,
    Poi,
    Road,
    PostalCode,
    Place,
    Neighbourhood,
    Locality,
    MunicipalDistrict,
    JointSubmunicipality,
    Municipality,
    JointMunicipality,
    County,
    Subregion,
    Region,
    MajorLandform,
    Country,
    ContinentalMarine,
}
