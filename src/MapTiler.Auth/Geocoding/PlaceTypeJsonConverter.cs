using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.Geocoding;

/// <summary>A <see cref="PlaceType"/> as its plain text.</summary>
internal sealed class PlaceTypeJsonConverter : JsonConverter<PlaceType>
{
    public override PlaceType Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, PlaceType value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
