using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler;

/// <summary>A box that may be of another shape, as that of a picture that is not of the Earth: it is none then.</summary>
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
        if (value is { } box)
            Strict.Write(writer, box, options);
        else
            writer.WriteNullValue();
    }
}
