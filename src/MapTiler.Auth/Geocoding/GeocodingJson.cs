using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.Geocoding;

/// <summary>The generated JSON code of geocoding.</summary>
[JsonSerializable(typeof(GeocodingResult))]
[JsonSerializable(typeof(List<GeocodingResult>))]
internal sealed partial class GeocodingJson : JsonSerializerContext
{
    public static GeocodingResult? Read(ReadOnlySpan<byte> body) => JsonSerializer.Deserialize(body, Default.GeocodingResult) is { } result ? Checked(result) : null;

    /// <summary>A batch of one query answers with a bare object.</summary>
    public static List<GeocodingResult>? ReadBatch(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        if (reader.Read() && reader.TokenType == JsonTokenType.StartArray)
            return JsonSerializer.Deserialize(body, Default.ListGeocodingResult)?.ConvertAll(Checked);
        return Read(body) is { } single ? [single] : null;
    }

    // The generated code lets null through where the service promises a value.
    private static GeocodingResult Checked(GeocodingResult? result)
    {
        if (result is null)
            throw new JsonException("A result of a batch is null.");
        foreach (var feature in result.Features)
        {
            if (feature?.Id is null || feature.Context.Contains(null!))
                throw new JsonException("A feature, its id or a part of its context is null.");
        }

        return result;
    }
}
