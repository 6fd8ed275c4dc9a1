using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.Geocoding;

/// <summary>A <see cref="FeatureKind"/> as its plain text.</summary>
internal sealed class FeatureKindJsonConverter : JsonConverter<FeatureKind>
{
    public override FeatureKind Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, FeatureKind value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
