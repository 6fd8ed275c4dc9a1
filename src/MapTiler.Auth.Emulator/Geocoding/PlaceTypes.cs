using System.Collections.Frozen;

namespace MapTiler.Emulator;

/// <summary>The place types by the names that the service gives them.</summary>
internal static class PlaceTypes
{
    public static readonly PlaceType[] FineToCoarse = Enum.GetValues<PlaceType>();

    private static readonly string[] Names =
    [
        "address", "poi", "road", "postal_code", "place", "neighbourhood", "locality", "municipal_district", "joint_submunicipality",
        "municipality", "joint_municipality", "county", "subregion", "region", "major_landform", "country", "continental_marine",
    ];

    private static readonly FrozenDictionary<string, PlaceType> ByName = FineToCoarse.ToFrozenDictionary(Name, StringComparer.Ordinal);

    /// <summary>Whether the parameter <c>types</c> takes it.</summary>
    public static bool IsKnown(string name) => ByName.ContainsKey(name);

    /// <summary>Whether searches that name no types find it.</summary>
    public static bool IsDefault(PlaceType type) => type is not (PlaceType.Poi or PlaceType.MajorLandform);

    public static string Name(PlaceType type) => Names[(int)type];

    public static PlaceType? Find(string name) => ByName.TryGetValue(name, out var type) ? type : null;

    /// <summary>What people call a place of this kind.</summary>
    public static string Label(Place place, string? language) => (place.Type, place.Designation, language) switch
    {
        (PlaceType.Country, _, "de") => "Land",
        (PlaceType.Country, _, "fr") => "Pays",
        (PlaceType.Country, _, "cs") => "Země",
        (PlaceType.Country, _, _) => "Country",
        (PlaceType.Region, _, "fr") => "Région",
        (PlaceType.Region, _, "cs") => "Kraj",
        (PlaceType.Region, _, _) => "Region",
        (_, "city", "de") => "Stadt",
        (_, "city", "fr") => "Ville",
        (_, "city", "cs") => "Město",
        (_, "city", _) => "City",
        (_, "town", "de") => "Stadt",
        (_, "town", "fr") => "Ville",
        (_, "town", "cs") => "Město",
        (_, "town", _) => "Town",
        (_, "village", "de") => "Dorf",
        (_, "village", "fr") => "Village",
        (_, "village", "cs") => "Obec",
        (_, "village", _) => "Village",
        (not (PlaceType.Neighbourhood or PlaceType.Locality or PlaceType.Municipality), _, _) => Words(Name(place.Type)),
        (_, _, "de") => "Ortsteil",
        (_, _, "fr") => "Quartier",
        (_, _, "cs") => "Část obce",
        _ => "Neighbourhood",
    };

    private static string Words(string name) => char.ToUpperInvariant(name[0]) + name[1..].Replace('_', ' ');
}
