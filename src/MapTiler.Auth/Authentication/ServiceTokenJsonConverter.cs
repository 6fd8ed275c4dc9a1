using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.Authentication;

/// <summary>Reads a token from a string; writes <c>***</c> instead of a token.</summary>
internal sealed class ServiceTokenJsonConverter : JsonConverter<ServiceToken>
{
    public override ServiceToken Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && ServiceToken.TryParse(reader.GetString(), out var token)
            ? token
            : throw new JsonException("The value is not a service token.");

    public override void Write(Utf8JsonWriter writer, ServiceToken value, JsonSerializerOptions options) => writer.WriteStringValue("***");
}
