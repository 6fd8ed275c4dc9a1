using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.Authentication;

/// <summary>Writes <c>***</c> in place of a token; reads one from its text.</summary>
internal sealed class ServiceTokenJsonConverter : JsonConverter<ServiceToken>
{
    public override ServiceToken Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && ServiceToken.TryParse(reader.GetString(), out var token)
            ? token
            : throw new JsonException("Not a service token.");

    public override void Write(Utf8JsonWriter writer, ServiceToken value, JsonSerializerOptions options) => writer.WriteStringValue("***");
}
