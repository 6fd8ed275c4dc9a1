using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.Geocoding;

/// <summary>The generated JSON code of geocoding.</summary>
[JsonSerializable(typeof(GeocodingResult))]
[JsonSerializable(typeof(List<GeocodingResult>))]
internal sealed partial class GeocodingJson : JsonSerializerContext
{
    public static GeocodingResult? Read(ReadOnlySpan<byte> body) => JsonSerializer.Deserialize(body, Default.GeocodingResult);

    /// <summary>A batch of one query answers with a bare object.</summary>
    public static List<GeocodingResult>? ReadBatch(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        if (reader.Read() && reader.TokenType == JsonTokenType.StartArray)
            return JsonSerializer.Deserialize(body, Default.ListGeocodingResult);
        return Read(body) is { } single ? [single] : null;
    }
}
