using System.Text.Json;

namespace MapTiler.Geocoding;

/// <summary>Reads <see cref="GeocodingProperties"/>.</summary>
internal static class GeocodingPropertiesReader
{
    private static readonly JsonNames Names = new("ref", "country_code", "kind", "categories", "feature_tags", "place_designation", "wikidata");

    public static GeocodingProperties Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("Expected the properties of a feature.");

        string? reference = null, country = null, kind = null, designation = null, wikidata = null;
        List<string?>? categories = null;
        IReadOnlyDictionary<string, string>? tags = null;
        Dictionary<string, JsonElement>? others = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = Names.Read(ref reader);
            reader.Read();
            switch (name)
            {
                case "ref": reference = reader.GetString(); break;
                case "country_code": country = reader.GetString(); break;
                case "kind": kind = reader.GetString(); break;
                case "categories": categories = JsonList.ReadOptional(ref reader, static (ref r) => r.GetString()); break;
                case "feature_tags": tags = reader.TokenType == JsonTokenType.Null ? null : TextMapJsonConverter.ReadTexts(ref reader); break;
                case "place_designation": designation = reader.GetString(); break;
                case "wikidata": wikidata = reader.GetString(); break;
                default: (others ??= new(4))[name] = JsonElement.ParseValue(ref reader); break;
            }
        }

        return new()
        {
            Ref = reference,
            CountryCode = country,
            Kind = kind is null ? default(FeatureKind?) : kind,
            Categories = categories!,
            FeatureTags = tags!,
            PlaceDesignation = designation,
            Wikidata = wikidata,
            AdditionalProperties = others,
        };
    }
}
