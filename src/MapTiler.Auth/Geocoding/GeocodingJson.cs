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

    public static GeocodingResult? Read(ReadOnlySpan<byte> body) => ResponseJson.Read(body, ReadOptional);

    /// <summary>Reads the results of a batch: a list, or a single object for a batch of one query.</summary>
    public static IReadOnlyList<GeocodingResult>? ReadBatch(ReadOnlySpan<byte> body) => ResponseJson.Read(body, ReadList);

    private static GeocodingResult? ReadOptional(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : ReadResult(ref reader);

    private static IReadOnlyList<GeocodingResult>? ReadList(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.StartArray ? JsonList.Read(ref reader, ReadResult) : ReadOptional(ref reader) is { } single ? new[] { single } : null;

    private static GeocodingResult ReadResult(ref Utf8JsonReader reader)
    {
        CheckObject(ref reader);
        IReadOnlyList<GeocodingFeature>? features = null;
        var result = new GeocodingResult();
        while (ReadName(ref reader) is { } name)
        {
            switch (name)
            {
                case "features": features = JsonList.Read(ref reader, ReadFeature); break;
                case "query": result.Query = JsonValue.Texts(ref reader); break;
                case "attribution": result.Attribution = JsonValue.Text(ref reader); break;
                default: reader.Skip(); break;
            }
        }

        result.Features = features ?? throw new JsonException("A result has no features.");
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
                case "id": id = JsonValue.Text(ref reader); break;
                case "text": feature.Text = JsonValue.Text(ref reader)!; break;
                case "language": feature.Language = JsonValue.Text(ref reader); break;
                case "place_name": feature.PlaceName = JsonValue.Text(ref reader)!; break;
                case "matching_text": feature.MatchingText = JsonValue.Text(ref reader); break;
                case "matching_place_name": feature.MatchingPlaceName = JsonValue.Text(ref reader); break;
                case "place_type": feature.PlaceTypes = [.. JsonValue.Texts(ref reader).Select(type => new PlaceType(type))]; break;
                case "place_type_name": feature.PlaceTypeNames = JsonValue.Texts(ref reader); break;
                case "relevance": feature.Relevance = JsonValue.Number(ref reader) ?? 0; break;
                case "bbox": feature.BoundingBox = JsonValue.BoundingBox(ref reader); break;
                case "center": center = JsonValue.Location(ref reader); break;
                case "geometry": feature.Geometry = JsonValue.Try<GeoJsonGeometry>(ref reader, GeoJsonGeometryJsonConverter.ReadGeometry); break;
                case "properties": feature.Properties = JsonValue.Try(ref reader, ReadProperties)!; break;
                case "context": feature.Context = JsonValue.List<GeocodingContext>(ref reader, ReadContext); break;
                case "address": feature.HouseNumber = JsonValue.Text(ref reader); break;
                default: (feature.AdditionalProperties ??= new Dictionary<string, JsonElement>(8))[name] = JsonElement.ParseValue(ref reader); break;
            }
        }

        feature.Id = string.IsNullOrEmpty(id) ? throw new JsonException("A feature has no id.") : id!;
        feature.Center = center ?? Center(feature.Geometry) ?? throw new JsonException("A feature has neither a center nor a geometry.");
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
                case "ref": properties.Ref = JsonValue.Text(ref reader); break;
                case "country_code": properties.CountryCode = JsonValue.Text(ref reader); break;
                case "kind": properties.Kind = ReadKind(ref reader); break;
                case "categories": properties.Categories = JsonValue.Texts(ref reader); break;
                case "feature_tags": properties.FeatureTags = JsonValue.TextMap(ref reader); break;
                case "place_designation": properties.PlaceDesignation = JsonValue.Text(ref reader); break;
                case "wikidata": properties.Wikidata = JsonValue.Text(ref reader); break;
                default: (properties.AdditionalProperties ??= new Dictionary<string, JsonElement>(4))[name] = JsonElement.ParseValue(ref reader); break;
            }
        }

        return properties;
    }

    private static GeocodingContext? ReadContext(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        var context = new GeocodingContext();
        while (ReadName(ref reader) is { } name)
        {
            switch (name)
            {
                case "id": context.Id = JsonValue.Text(ref reader)!; break;
                case "text": context.Text = JsonValue.Text(ref reader)!; break;
                case "language": context.Language = JsonValue.Text(ref reader); break;
                case "ref": context.Ref = JsonValue.Text(ref reader); break;
                case "country_code": context.CountryCode = JsonValue.Text(ref reader); break;
                case "kind": context.Kind = ReadKind(ref reader); break;
                case "categories": context.Categories = JsonValue.Texts(ref reader); break;
                case "feature_tags": context.FeatureTags = JsonValue.TextMap(ref reader); break;
                case "place_designation": context.PlaceDesignation = JsonValue.Text(ref reader); break;
                case "wikidata": context.Wikidata = JsonValue.Text(ref reader); break;
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

    private static FeatureKind? ReadKind(ref Utf8JsonReader reader) => JsonValue.Text(ref reader) is { } kind ? new FeatureKind(kind) : default(FeatureKind?);

    /// <summary>Returns the center of the bounding box of a geometry.</summary>
    private static LngLat? Center(GeoJsonGeometry? geometry)
    {
        var positions = geometry is null ? [] : Positions(geometry).Where(position => Math.Abs(position.Latitude) <= 90).ToList();
        return positions.Count == 0 ? null : new LngLat(
            (positions.Min(position => position.Longitude) + positions.Max(position => position.Longitude)) / 2,
            (positions.Min(position => position.Latitude) + positions.Max(position => position.Latitude)) / 2);
    }

    private static IEnumerable<GeoJsonPosition> Positions(GeoJsonGeometry geometry) => geometry switch
    {
        GeoJsonPoint point => [point.Coordinates],
        GeoJsonMultiPoint points => points.Coordinates,
        GeoJsonLineString line => line.Coordinates,
        GeoJsonMultiLineString lines => lines.Coordinates.SelectMany(line => line),
        GeoJsonPolygon polygon => polygon.Coordinates.SelectMany(ring => ring),
        GeoJsonMultiPolygon polygons => polygons.Coordinates.SelectMany(polygon => polygon).SelectMany(ring => ring),
        GeoJsonGeometryCollection collection => collection.Geometries.SelectMany(Positions),
        _ => [],
    };
}
