using System.Text.Json;
using System.Text.Json.Serialization;
using MapTiler.GeoJson;

namespace MapTiler.Data;

/// <summary>The generated JSON code of data sets.</summary>
[JsonSerializable(typeof(GeoJsonFeatureCollection))]
internal sealed partial class DataJson : JsonSerializerContext
{
    public static GeoJsonFeatureCollection? Read(ReadOnlySpan<byte> body) => JsonSerializer.Deserialize(body, Default.GeoJsonFeatureCollection);
}
