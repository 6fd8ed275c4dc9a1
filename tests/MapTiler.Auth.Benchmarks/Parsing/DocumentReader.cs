using System.Text.Json;
using MapTiler.GeoJson;
using MapTiler.Geocoding;

namespace MapTiler.Benchmarks.Parsing;

/// <summary>
/// The answer by hand from one <see cref="JsonDocument"/>. Members without a property are copied, so that it can be disposed: to leave
/// it to the garbage collector and point into it takes longer, since its megabyte of offsets is then made anew for each answer.
/// </summary>
internal static class DocumentReader
{
    public static List<GeocodingResult> Read(byte[] utf8)
    {
        using var document = JsonDocument.Parse(utf8);
        return List(document.RootElement, Result);
    }

    private static GeocodingResult Result(JsonElement json)
    {
        List<GeocodingFeature>? features = null;
        List<string>? query = null;
        string? attribution = null;
        foreach (var member in json.EnumerateObject())
        {
            switch (member.Name)
            {
                case "features": features = List(member.Value, Feature); break;
                case "query": query = List(member.Value, Text); break;
                case "attribution": attribution = member.Value.GetString(); break;
            }
        }

        return new() { Features = features!, Query = query!, Attribution = attribution };
    }

    private static GeocodingFeature Feature(JsonElement json)
    {
        string? id = null, text = null, language = null, placeName = null, matchingText = null, matchingPlaceName = null, address = null;
        List<PlaceType>? types = null;
        List<string>? typeNames = null;
        List<GeocodingContext>? context = null;
        GeocodingProperties? properties = null;
        GeoJsonPoint? geometry = null;
        BoundingBox? box = null;
        LngLat center = default;
        var relevance = 0.0;
        Dictionary<string, JsonElement>? others = null;
        foreach (var member in json.EnumerateObject())
        {
            var value = member.Value;
            switch (member.Name)
            {
                case "type": break;
                case "id": id = value.GetString(); break;
                case "text": text = value.GetString(); break;
                case "language": language = value.GetString(); break;
                case "place_name": placeName = value.GetString(); break;
                case "matching_text": matchingText = value.GetString(); break;
                case "matching_place_name": matchingPlaceName = value.GetString(); break;
                case "place_type": types = List(value, type => new PlaceType(Text(type))); break;
                case "place_type_name": typeNames = List(value, Text); break;
                case "relevance": relevance = value.GetDouble(); break;
                case "bbox": box = new(value[0].GetDouble(), value[1].GetDouble(), value[2].GetDouble(), value[3].GetDouble()); break;
                case "center": center = new(value[0].GetDouble(), value[1].GetDouble()); break;
                case "geometry": geometry = Point(value.GetProperty("coordinates")); break;
                case "properties": properties = Properties(value); break;
                case "context": context = List(value, Context); break;
                case "address": address = value.GetString(); break;
                default: (others ??= [])[member.Name] = value.Clone(); break;
            }
        }

        return new()
        {
            Id = id!,
            Text = text!,
            Language = language,
            PlaceName = placeName!,
            MatchingText = matchingText,
            MatchingPlaceName = matchingPlaceName,
            PlaceTypes = types!,
            PlaceTypeNames = typeNames!,
            Relevance = relevance,
            BoundingBox = box,
            Center = center,
            Geometry = geometry,
            Properties = properties!,
            Context = context!,
            HouseNumber = address,
            AdditionalProperties = others,
        };
    }

    private static GeocodingProperties Properties(JsonElement json)
    {
        string? reference = null, country = null, designation = null, wikidata = null;
        FeatureKind? kind = null;
        List<string>? categories = null;
        Dictionary<string, string>? tags = null;
        Dictionary<string, JsonElement>? others = null;
        foreach (var member in json.EnumerateObject())
        {
            var value = member.Value;
            switch (member.Name)
            {
                case "ref": reference = value.GetString(); break;
                case "country_code": country = value.GetString(); break;
                case "kind": kind = new FeatureKind(Text(value)); break;
                case "categories": categories = List(value, Text); break;
                case "feature_tags": tags = Tags(value); break;
                case "place_designation": designation = value.GetString(); break;
                case "wikidata": wikidata = value.GetString(); break;
                default: (others ??= [])[member.Name] = value.Clone(); break;
            }
        }

        return new() { Ref = reference, CountryCode = country, Kind = kind, Categories = categories!, FeatureTags = tags!, PlaceDesignation = designation, Wikidata = wikidata, AdditionalProperties = others };
    }

    private static GeocodingContext Context(JsonElement json)
    {
        string? id = null, text = null, language = null, reference = null, country = null, designation = null, wikidata = null;
        FeatureKind? kind = null;
        List<string>? categories = null;
        Dictionary<string, string>? tags = null;
        Dictionary<string, JsonElement>? others = null;
        foreach (var member in json.EnumerateObject())
        {
            var value = member.Value;
            switch (member.Name)
            {
                case "id": id = value.GetString(); break;
                case "text": text = value.GetString(); break;
                case "language": language = value.GetString(); break;
                case "ref": reference = value.GetString(); break;
                case "country_code": country = value.GetString(); break;
                case "kind": kind = new FeatureKind(Text(value)); break;
                case "categories": categories = List(value, Text); break;
                case "feature_tags": tags = Tags(value); break;
                case "place_designation": designation = value.GetString(); break;
                case "wikidata": wikidata = value.GetString(); break;
                default: (others ??= [])[member.Name] = value.Clone(); break;
            }
        }

        return new() { Id = id!, Text = text!, Language = language, Ref = reference, CountryCode = country, Kind = kind, Categories = categories!, FeatureTags = tags!, PlaceDesignation = designation, Wikidata = wikidata, AdditionalProperties = others };
    }

    private static GeoJsonPoint Point(JsonElement coordinates) => new(new GeoJsonPosition(coordinates[0].GetDouble(), coordinates[1].GetDouble()));

    private static Dictionary<string, string> Tags(JsonElement json) => json.EnumerateObject().ToDictionary(tag => tag.Name, tag => Text(tag.Value));

    private static string Text(JsonElement json) => json.GetString()!;

    private static List<T> List<T>(JsonElement json, Func<JsonElement, T> read)
    {
        var list = new List<T>(json.GetArrayLength());
        foreach (var item in json.EnumerateArray())
            list.Add(read(item));
        return list;
    }
}
