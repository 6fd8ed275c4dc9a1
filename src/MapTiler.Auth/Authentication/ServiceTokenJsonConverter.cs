using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.Authentication;

/// <summary>Writes <c>***</c> in place of a token; reads one from its text.</summary>
[EditorBrowsable(EditorBrowsableState.Never)] // public for the generated JSON code of applications
public sealed class ServiceTokenJsonConverter : JsonConverter<ServiceToken>
{
    /// <inheritdoc/>
    public override ServiceToken Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && ServiceToken.TryParse(reader.GetString(), out var token)
            ? token
            : throw new JsonException("Not a service token.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ServiceToken value, JsonSerializerOptions options) => writer.WriteStringValue("***");
}
