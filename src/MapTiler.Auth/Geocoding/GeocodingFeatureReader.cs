using System.Text.Json;
using MapTiler.GeoJson;

namespace MapTiler.Geocoding;

/// <summary>Reads a <see cref="GeocodingFeature"/>.</summary>
internal static class GeocodingFeatureReader
{
    private static readonly JsonNames Names = new(
        "type", "id", "text", "language", "place_name", "matching_text", "matching_place_name", "place_type", "place_type_name", "relevance",
        "bbox", "center", "geometry", "properties", "context", "address");

    public static GeocodingFeature Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("Expected a feature.");

        string? id = null, text = null, language = null, placeName = null, matchingText = null, matchingPlaceName = null, address = null;
        List<PlaceType>? types = null;
        List<string?>? typeNames = null;
        List<GeocodingContext>? context = null;
        GeocodingProperties? properties = null;
        GeoJsonGeometry? geometry = null;
        BoundingBox? box = null;
        LngLat? center = null;
        var relevance = 0.0;
        Dictionary<string, JsonElement>? others = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = Names.Read(ref reader);
            reader.Read();
            switch (name)
            {
                case "type": reader.Skip(); break;
                case "id": id = reader.GetString(); break;
                case "text": text = reader.GetString(); break;
                case "language": language = reader.GetString(); break;
                case "place_name": placeName = reader.GetString(); break;
                case "matching_text": matchingText = reader.GetString(); break;
                case "matching_place_name": matchingPlaceName = reader.GetString(); break;
                case "place_type": types = JsonList.ReadOptional(ref reader, static (ref r) => new PlaceType(r.GetString() ?? "")); break;
                case "place_type_name": typeNames = JsonList.ReadOptional(ref reader, static (ref r) => r.GetString()); break;
                case "relevance": relevance = reader.GetDouble(); break;
                case "bbox": box = reader.TokenType == JsonTokenType.Null ? null : BoundingBoxJsonConverter.ReadBox(ref reader); break;
                case "center": center = LngLatJsonConverter.ReadPlace(ref reader); break;
                case "geometry": geometry = reader.TokenType == JsonTokenType.Null ? null : GeoJsonGeometryJsonConverter.ReadGeometry(ref reader); break;
                case "properties": properties = reader.TokenType == JsonTokenType.Null ? null : GeocodingPropertiesReader.Read(ref reader); break;
                case "context": context = JsonList.ReadOptional(ref reader, GeocodingContextReader.Read); break;
                case "address": address = reader.GetString(); break;
                default: (others ??= new(8))[name] = JsonElement.ParseValue(ref reader); break;
            }
        }

        return new()
        {
            Id = id ?? throw new JsonException("A feature has no id."),
            Text = text!,
            Language = language,
            PlaceName = placeName!,
            MatchingText = matchingText,
            MatchingPlaceName = matchingPlaceName,
            PlaceTypes = types!,
            PlaceTypeNames = typeNames!,
            Relevance = relevance,
            BoundingBox = box,
            Center = center ?? throw new JsonException("A feature has no center."),
            Geometry = geometry,
            Properties = properties!,
            Context = context!,
            Address = address,
            AdditionalProperties = others,
        };
    }
}
