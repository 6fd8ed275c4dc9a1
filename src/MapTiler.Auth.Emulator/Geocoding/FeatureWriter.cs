using System.Text.Json;
using MapTiler.Emulator.Http;

namespace MapTiler.Emulator.Geocoding;

/// <summary>Writes search results, with the members and in the order of recorded responses.</summary>
internal sealed class FeatureWriter(Utf8JsonWriter json, IReadOnlyList<string> languages, Worldview worldview)
{
    // The first two links are those of the service. The third one credits the data that the emulator really has.
    private const string Attribution =
        "<a href=\"https://www.maptiler.com/copyright/\" target=\"_blank\">&copy; MapTiler</a> "
        + "<a href=\"https://www.openstreetmap.org/copyright\" target=\"_blank\">&copy; OpenStreetMap contributors</a> "
        + "<a href=\"https://www.geonames.org/\" target=\"_blank\">&copy; GeoNames (CC BY 4.0)</a>";

    private readonly string? _language = languages.Count > 0 ? languages[0] : null;

    /// <summary>The members that are written once for each language.</summary>
    private readonly LocalizedMembers[] _localized = [.. languages.Select(LocalizedMembers.Of)];

    public void WriteCollection(IReadOnlyList<Match> matches, GeocodingQuery query, bool fullGeometry)
    {
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteStartArray("features");
        foreach (var match in matches)
            WriteFeature(match, fullGeometry);
        json.WriteEndArray();
        query.Write(json);
        json.WriteString("attribution", Attribution);
        json.WriteEndObject();
    }

    private void WriteFeature(Match match, bool fullGeometry)
    {
        var place = match.Place;
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteStartObject("properties");
        WriteProperties(place);
        WriteLabel(place);
        json.WriteEndObject();
        WriteGeometry(place, fullGeometry);
        JsonShapes.WriteBoundingBox(json, "bbox", place.Bounds);
        JsonShapes.WritePosition(json, "center", place.Longitude, place.Latitude);
        json.WriteString("place_name", FullName(place, place.NameIn(_language), _language));
        json.WriteStartArray("place_type");
        json.WriteStringValue(PlaceTypes.Name(place.Type));
        json.WriteEndArray();
        json.WriteNumber("relevance", match.Relevance);
        json.WriteString("id", place.FullId);
        json.WriteString("text", place.NameIn(_language));
        WriteLabel(place);
        if (place.HouseNumber is not null)
            json.WriteString("address", place.HouseNumber);
        WriteContext(place);
        WriteLanguages(place);
        foreach (var localized in _localized)
            json.WriteString(localized.PlaceName, FullName(place, place.NameIn(localized.Language), localized.Language));
        WriteMatchingName(match);
        json.WriteEndObject();
    }

    private void WriteGeometry(Place place, bool full)
    {
        var polygons = !full || (place.Type == PlaceType.Country && !worldview.ShowsShapeOf(place)) ? []
            : place.Type == PlaceType.Country && CountryShapes.Shared.Find(place.Id) is { } shape ? shape.Polygons
            : place.Extent?.ToPolygons() ?? [];
        if (polygons.Count > 0)
            ShapeWriter.Write(json, "geometry", polygons);
        else
            JsonShapes.WritePoint(json, "geometry", place.Longitude, place.Latitude);
    }

    private void WriteMatchingName(Match match)
    {
        if (match.Name is null || NameFolding.Fold(match.Name) == NameFolding.Fold(match.Place.NameIn(_language)))
            return;
        json.WriteString("matching_text", match.Name);
        json.WriteString("matching_place_name", FullName(match.Place, match.Name, _language));
    }

    private void WriteContext(Place place)
    {
        json.WriteStartArray("context");
        foreach (var parent in Above(place))
        {
            json.WriteStartObject();
            json.WriteString("id", parent.FullId);
            json.WriteString("text", parent.NameIn(_language));
            WriteProperties(parent);
            WriteLanguages(parent);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteProperties(Place place)
    {
        json.WriteString("ref", place.Reference);
        if (worldview.HasCountry(place))
            json.WriteString("country_code", place.CountryCode.ToLowerInvariant());
        if (place.Wikidata is not null)
            json.WriteString("wikidata", place.Wikidata);
        if (place.Kind is { } kind)
            json.WriteString("kind", kind);
        if (place.Designation is { } designation)
            json.WriteString("place_designation", designation);
        if (place.PostalCode is not null)
            json.WriteString("postcode", place.PostalCode);
        if (place.Categories.Count > 0 || place.IsNatural)
            WriteCategories(place);
    }

    private void WriteCategories(Place place)
    {
        json.WriteStartArray("categories");
        foreach (var category in place.Categories)
            json.WriteStringValue(category);
        json.WriteEndArray();
        if (!place.IsNatural)
            return;
        json.WriteStartObject("osm:tags");
        if (place.Categories.Contains("continent"))
            json.WriteString("place", "continent");
        json.WriteEndObject();
    }

    /// <summary>The name in every language that was requested; its language only where the place has a name in it.</summary>
    private void WriteLanguages(Place place)
    {
        if (_language is not null && place.HasNameIn(_language))
            json.WriteString("language", _language);
        foreach (var localized in _localized)
        {
            json.WriteString(localized.Text, place.NameIn(localized.Language));
            if (place.HasNameIn(localized.Language))
                json.WriteString(localized.LanguageMember, localized.Language);
        }
    }

    private void WriteLabel(Place place)
    {
        json.WriteStartArray("place_type_name");
        json.WriteStringValue(PlaceTypes.Label(place.Type, _language));
        json.WriteEndArray();
    }

    private IEnumerable<Place> Above(Place place)
    {
        var hasCountry = worldview.HasCountry(place);
        for (var parent = place.Parent; parent is not null; parent = parent.Parent)
        {
            if (hasCountry || parent.Type != PlaceType.Country)
                yield return parent;
        }
    }

    private string FullName(Place place, string shortName, string? language)
    {
        var name = place.HouseNumber is null ? shortName : $"{shortName} {place.HouseNumber}";
        var separator = ", ";
        foreach (var parent in Above(place))
        {
            // A region with the same name as its capital is not repeated, not in another language either.
            if (parent.Type == PlaceType.ContinentalMarine || parent.Name == place.Name || NameFolding.Fold(parent.Name) == NameFolding.Fold(shortName))
                continue;
            name += separator + parent.NameIn(language);
            separator = parent.Type == PlaceType.PostalCode ? " " : ", ";
        }

        return name;
    }

    /// <summary>The names of the members that end with a language.</summary>
    private sealed record LocalizedMembers(string Language, JsonEncodedText Text, JsonEncodedText LanguageMember, JsonEncodedText PlaceName)
    {
        private static readonly Dictionary<string, LocalizedMembers> All =
            LanguageCodes.All.ToDictionary(code => code, code => new LocalizedMembers(code, Encode("text", code), Encode("language", code), Encode("place_name", code)));

        public static LocalizedMembers Of(string language) => All[language];

        private static JsonEncodedText Encode(string name, string language) => JsonEncodedText.Encode($"{name}_{language}");
    }
}
