using System.Text.Json;

namespace MapTiler.Emulator;

/// <summary>Writes search results as the service does.</summary>
internal sealed class FeatureWriter(Utf8JsonWriter json, IReadOnlyList<string> languages, Worldview worldview)
{
    private const string Attribution =
        "<a href=\"https://www.geonames.org/\" target=\"_blank\">&copy; GeoNames</a> "
        + "<a href=\"https://creativecommons.org/licenses/by/4.0/\" target=\"_blank\">CC BY 4.0</a>";

    private readonly string? _language = languages.Count > 0 ? languages[0] : null;

    public void WriteCollection(IReadOnlyList<Match> matches, IEnumerable<string> query, bool fullGeometry)
    {
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteStartArray("features");
        foreach (var match in matches)
            WriteFeature(match, fullGeometry);
        json.WriteEndArray();
        json.WriteStartArray("query");
        foreach (var word in query)
            json.WriteStringValue(word);
        json.WriteEndArray();
        json.WriteString("attribution", Attribution);
        json.WriteEndObject();
    }

    private void WriteFeature(Match match, bool fullGeometry)
    {
        var place = match.Place;
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteString("id", place.FullId);
        WriteNames(place);
        WritePlaceNames(match);
        WriteSingle("place_type", PlaceTypes.Name(place.Type));
        WriteSingle("place_type_name", PlaceTypes.Label(place, _language));
        json.WriteNumber("relevance", match.Relevance);
        JsonShapes.WriteBox(json, "bbox", place.Box);
        JsonShapes.WritePosition(json, "center", place.Longitude, place.Latitude);
        WriteGeometry(place, fullGeometry);
        json.WriteStartObject("properties");
        WriteProperties(place);
        json.WriteEndObject();
        WriteContext(place);
        if (place.HouseNumber is not null)
            json.WriteString("address", place.HouseNumber);
        json.WriteEndObject();
    }

    private void WriteGeometry(Place place, bool full)
    {
        if (!full || place.Extent is not { } extent || (place.Type == PlaceType.Country && !worldview.ShowsShapeOf(place)))
            JsonShapes.WritePoint(json, "geometry", place.Longitude, place.Latitude);
        else if (place.Type == PlaceType.Country && CountryShapes.Shared.Polygons(place.Id) is { Count: > 0 } polygons)
            ShapeWriter.Write(json, "geometry", polygons);
        else
            JsonShapes.WritePolygon(json, "geometry", extent);
    }

    private void WriteNames(Place place)
    {
        json.WriteString("text", place.NameIn(_language));
        if (_language is not null)
            json.WriteString("language", _language);
        foreach (var language in SeveralLanguages)
        {
            json.WriteString($"text_{language}", place.NameIn(language));
            json.WriteString($"language_{language}", language);
        }
    }

    private void WritePlaceNames(Match match)
    {
        var place = match.Place;
        var text = place.NameIn(_language);
        json.WriteString("place_name", FullName(place, text, _language));
        foreach (var language in SeveralLanguages)
            json.WriteString($"place_name_{language}", FullName(place, place.NameIn(language), language));

        if (match.Name is null || NameFolding.Fold(match.Name) == NameFolding.Fold(text))
            return;
        json.WriteString("matching_text", match.Name);
        json.WriteString("matching_place_name", FullName(place, match.Name, _language));
    }

    private void WriteContext(Place place)
    {
        json.WriteStartArray("context");
        foreach (var parent in Above(place))
        {
            json.WriteStartObject();
            json.WriteString("id", parent.FullId);
            WriteNames(parent);
            WriteProperties(parent);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteProperties(Place place)
    {
        json.WriteString("ref", place.Reference);
        if (worldview.KnowsCountryOf(place))
            json.WriteString("country_code", place.CountryCode.ToLowerInvariant());
        else
            json.WriteNull("country_code");
        json.WriteString("kind", place.Kind);
        if (place.Designation is { } designation)
            json.WriteString("place_designation", designation);
        if (place.Categories.Count == 0)
            return;
        json.WriteStartArray("categories");
        foreach (var category in place.Categories)
            json.WriteStringValue(category);
        json.WriteEndArray();
    }

    private IReadOnlyList<string> SeveralLanguages => languages.Count > 1 ? languages : [];

    private void WriteSingle(string name, string value)
    {
        json.WriteStartArray(name);
        json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private IEnumerable<Place> Above(Place place)
    {
        var knowsCountry = worldview.KnowsCountryOf(place);
        for (var parent = place.Parent; parent is not null; parent = parent.Parent)
        {
            if (knowsCountry || parent.Type != PlaceType.Country)
                yield return parent;
        }
    }

    private string FullName(Place place, string text, string? language)
    {
        var name = place.HouseNumber is null ? text : $"{text} {place.HouseNumber}";
        foreach (var parent in Above(place))
        {
            // A region that is called like its capital is not repeated, nor in another language.
            if (parent.Name != place.Name && NameFolding.Fold(parent.Name) != NameFolding.Fold(text))
                name += ", " + parent.NameIn(language);
        }

        return name;
    }
}
