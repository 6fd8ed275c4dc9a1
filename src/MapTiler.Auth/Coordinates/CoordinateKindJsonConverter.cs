using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.Coordinates;

/// <summary>A kind as its name.</summary>
[EditorBrowsable(EditorBrowsableState.Never)] // public for the generated JSON code of applications
public sealed class CoordinateKindJsonConverter : JsonConverter<CoordinateKind>
{
    /// <inheritdoc/>
    public override CoordinateKind Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(JsonScalar.ReadText(ref reader));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, CoordinateKind value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
