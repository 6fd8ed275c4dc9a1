using System.Text.Json;
using MapTiler.GeoJson;

namespace MapTiler.Geocoding;

/// <summary>
/// Reads geocoding responses as the JSON attributes of the result types describe them. The code that System.Text.Json generates for the
/// same types takes 1.4 times as long (see <c>-- parsing</c> in the benchmarks).
/// </summary>
internal static class GeocodingJson
{
    private static readonly JsonNames Names = new(
        "type", "id", "text", "language", "place_name", "matching_text", "matching_place_name", "place_type", "place_type_name", "relevance", "bbox", "center", "geometry",
        "properties", "context", "address", "ref", "country_code", "kind", "categories", "feature_tags", "place_designation", "wikidata", "features", "query", "attribution");

    public static GeocodingResult? Read(ReadOnlySpan<byte> body) => ReadWhole(body, ReadOptional);

    /// <summary>Reads the response to a batch. The response to a batch of one query is an object, not an array.</summary>
    public static List<GeocodingResult>? ReadBatch(ReadOnlySpan<byte> body) => ReadWhole(body, ReadList);

    private static GeocodingResult? ReadOptional(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : ReadResult(ref reader);

    private static List<GeocodingResult>? ReadList(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.StartArray ? JsonList.Read(ref reader, ReadResult) : ReadOptional(ref reader) is { } single ? [single] : null;

    private static T ReadWhole<T>(ReadOnlySpan<byte> body, JsonList.Element<T> read)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            reader.Read();
            var result = read(ref reader);
            reader.Read(); // throws if more follows
            return result;
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException)
        {
            throw new JsonException("A value is of another type than the service documents, or is not Unicode. " + e.Message, e);
        }
    }

    private static GeocodingResult ReadResult(ref Utf8JsonReader reader)
    {
        CheckObject(ref reader);
        var result = new GeocodingResult();
        while (ReadName(ref reader) is { } name)
        {
            switch (name)
            {
                case "features": result.Features = JsonList.ReadOptional(ref reader, ReadFeature)!; break;
                case "query": result.Query = reader.TokenType == JsonTokenType.Null ? null! : TextListJsonConverter.ReadTexts(ref reader); break;
                case "attribution": result.Attribution = reader.GetString(); break;
                default: reader.Skip(); break;
            }
        }

        return result;
    }

    private static GeocodingFeature ReadFeature(ref Utf8JsonReader reader)
    {
        CheckObject(ref reader);
        var feature = new GeocodingFeature();
        string? id = null;
        LngLat? center = null;
        while (ReadName(ref reader) is { } name)
        {
            switch (name)
            {
                case "type": reader.Skip(); break;
                case "id": id = reader.GetString(); break;
                case "text": feature.Text = reader.GetString()!; break;
                case "language": feature.Language = reader.GetString(); break;
                case "place_name": feature.PlaceName = reader.GetString()!; break;
                case "matching_text": feature.MatchingText = reader.GetString(); break;
                case "matching_place_name": feature.MatchingPlaceName = reader.GetString(); break;
                case "place_type": feature.PlaceTypes = JsonList.ReadOptional(ref reader, static (ref r) => new PlaceType(JsonScalar.ReadText(ref r)))!; break;
                case "place_type_name": feature.PlaceTypeNames = JsonList.ReadOptional(ref reader, static (ref r) => r.GetString()!)!; break;
                case "relevance": feature.Relevance = reader.GetDouble(); break;
                case "bbox": feature.BoundingBox = reader.TokenType == JsonTokenType.Null ? null : BoundingBoxJsonConverter.ReadBox(ref reader); break;
                case "center": center = LngLatJsonConverter.ReadLocation(ref reader); break;
                case "geometry": feature.Geometry = reader.TokenType == JsonTokenType.Null ? null : GeoJsonGeometryJsonConverter.ReadGeometry(ref reader); break;
                case "properties": feature.Properties = reader.TokenType == JsonTokenType.Null ? null! : ReadProperties(ref reader); break;
                case "context": feature.Context = JsonList.ReadOptional(ref reader, ReadContext)!; break;
                case "address": feature.Address = reader.GetString(); break;
                default: (feature.AdditionalProperties ??= new Dictionary<string, JsonElement>(8))[name] = JsonElement.ParseValue(ref reader); break;
            }
        }

        feature.Id = id ?? throw new JsonException("A feature has no id.");
        feature.Center = center ?? throw new JsonException("A feature has no center.");
        return feature;
    }

    private static GeocodingProperties ReadProperties(ref Utf8JsonReader reader)
    {
        CheckObject(ref reader);
        var properties = new GeocodingProperties();
        while (ReadName(ref reader) is { } name)
        {
            switch (name)
            {
                case "ref": properties.Ref = reader.GetString(); break;
                case "country_code": properties.CountryCode = reader.GetString(); break;
                case "kind": properties.Kind = ReadKind(ref reader); break;
                case "categories": properties.Categories = JsonList.ReadOptional(ref reader, static (ref r) => r.GetString()!)!; break;
                case "feature_tags": properties.FeatureTags = ReadTags(ref reader)!; break;
                case "place_designation": properties.PlaceDesignation = reader.GetString(); break;
                case "wikidata": properties.Wikidata = reader.GetString(); break;
                default: (properties.AdditionalProperties ??= new Dictionary<string, JsonElement>(4))[name] = JsonElement.ParseValue(ref reader); break;
            }
        }

        return properties;
    }

    private static GeocodingContext ReadContext(ref Utf8JsonReader reader)
    {
        CheckObject(ref reader);
        var context = new GeocodingContext();
        while (ReadName(ref reader) is { } name)
        {
            switch (name)
            {
                case "id": context.Id = reader.GetString()!; break;
                case "text": context.Text = reader.GetString()!; break;
                case "language": context.Language = reader.GetString(); break;
                case "ref": context.Ref = reader.GetString(); break;
                case "country_code": context.CountryCode = reader.GetString(); break;
                case "kind": context.Kind = ReadKind(ref reader); break;
                case "categories": context.Categories = JsonList.ReadOptional(ref reader, static (ref r) => r.GetString()!)!; break;
                case "feature_tags": context.FeatureTags = ReadTags(ref reader)!; break;
                case "place_designation": context.PlaceDesignation = reader.GetString(); break;
                case "wikidata": context.Wikidata = reader.GetString(); break;
                default: (context.AdditionalProperties ??= new Dictionary<string, JsonElement>(4))[name] = JsonElement.ParseValue(ref reader); break;
            }
        }

        return context;
    }

    private static void CheckObject(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("Expected an object.");
    }

    /// <summary>Reads the name of the next member and moves to its value; null at the end of the object.</summary>
    private static string? ReadName(ref Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.PropertyName)
            return null;
        var name = Names.Read(ref reader);
        reader.Read();
        return name;
    }

    private static FeatureKind? ReadKind(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? default(FeatureKind?) : new FeatureKind(JsonScalar.ReadText(ref reader));

    private static IReadOnlyDictionary<string, string>? ReadTags(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? null : TextMapJsonConverter.ReadTexts(ref reader);
}
