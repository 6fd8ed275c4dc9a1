using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.Geolocation;

/// <summary>The generated JSON code of geolocation.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(GeolocationResult))]
internal sealed partial class GeolocationJson : JsonSerializerContext
{
    public static GeolocationResult? Read(ReadOnlySpan<byte> body) => JsonSerializer.Deserialize(body, Default.GeolocationResult);
}
