using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.Geocoding;

/// <summary>A <see cref="FeatureKind"/> as its plain text.</summary>
[EditorBrowsable(EditorBrowsableState.Never)] // public for the generated JSON code of applications
public sealed class FeatureKindJsonConverter : JsonConverter<FeatureKind>
{
    /// <inheritdoc/>
    public override FeatureKind Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString() ?? "");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, FeatureKind value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
