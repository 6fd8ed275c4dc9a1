using System.Text.Json;

namespace MapTiler.Geocoding;

/// <summary>Reads a <see cref="GeocodingResult"/>.</summary>
internal static class GeocodingResultReader
{
    private static readonly JsonNames Names = new("type", "features", "query", "attribution");

    public static GeocodingResult Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("Expected a result of geocoding.");

        IReadOnlyList<GeocodingFeature>? features = null;
        IReadOnlyList<string>? query = null;
        string? attribution = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = Names.Read(ref reader);
            reader.Read();
            switch (name)
            {
                case "features": features = JsonList.ReadOptional(ref reader, GeocodingFeatureReader.Read); break;
                case "query": query = reader.TokenType == JsonTokenType.Null ? null : TextListJsonConverter.ReadTexts(ref reader); break;
                case "attribution": attribution = reader.GetString(); break;
                default: reader.Skip(); break;
            }
        }

        return new() { Features = features!, Query = query!, Attribution = attribution };
    }
}
