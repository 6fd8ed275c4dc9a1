using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler;

/// <summary>Reads a bounding box; a value that is not one, such as that of an image without a location on Earth, is null.</summary>
internal sealed class OptionalBoundingBoxJsonConverter : JsonConverter<BoundingBox?>
{
    private static readonly BoundingBoxJsonConverter Strict = new();

    public override BoundingBox? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var whole = reader;
        reader.Skip();
        try
        {
            return whole.TokenType == JsonTokenType.StartArray ? Strict.Read(ref whole, typeof(BoundingBox), options) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, BoundingBox? value, JsonSerializerOptions options)
    {
        if (value is { } bounds)
            Strict.Write(writer, bounds, options);
        else
            writer.WriteNullValue();
    }
}
