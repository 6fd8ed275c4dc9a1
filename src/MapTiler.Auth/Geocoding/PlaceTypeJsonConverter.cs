using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.Geocoding;

/// <summary>A <see cref="PlaceType"/> as its plain text.</summary>
[EditorBrowsable(EditorBrowsableState.Never)] // public for the generated JSON code of applications
public sealed class PlaceTypeJsonConverter : JsonConverter<PlaceType>
{
    /// <inheritdoc/>
    public override PlaceType Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString() ?? "");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, PlaceType value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
