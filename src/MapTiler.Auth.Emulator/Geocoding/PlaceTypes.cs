namespace MapTiler.Emulator;

/// <summary>The place types of the service, and which of them the data has.</summary>
internal static class PlaceTypes
{
    /// <summary>All that the parameter <c>types</c> takes.</summary>
    public static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "continental_marine", "country", "major_landform", "region", "subregion", "county", "joint_municipality",
        "joint_submunicipality", "municipality", "municipal_district", "locality", "neighbourhood", "place", "postal_code",
        "address", "road", "poi",
    };

    public static readonly PlaceType[] FineToCoarse = Enum.GetValues<PlaceType>();

    public static string Name(PlaceType type) => type switch
    {
        PlaceType.Neighbourhood => "neighbourhood",
        PlaceType.Locality => "locality",
        PlaceType.Municipality => "municipality",
        PlaceType.Region => "region",
        _ => "country",
    };

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
        (_, _, "de") => "Ortsteil",
        (_, _, "fr") => "Quartier",
        (_, _, "cs") => "Část obce",
        _ => "Neighbourhood",
    };
}
