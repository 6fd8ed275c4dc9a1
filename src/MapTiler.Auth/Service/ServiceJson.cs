using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace MapTiler.Service;

/// <summary>The generated JSON code of the Service API.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(ApiKeyPage))]
[JsonSerializable(typeof(ApiKeyBody))]
[JsonSerializable(typeof(ApiKeySettingsBody))]
[JsonSerializable(typeof(AnalyticsTimeline))]
[JsonSerializable(typeof(AnalyticsTop))]
[JsonSerializable(typeof(TilesetPage))]
[JsonSerializable(typeof(Tileset))]
[JsonSerializable(typeof(TilesetMetadataBody))]
[JsonSerializable(typeof(IngestBody))]
[JsonSerializable(typeof(IngestCreateBody))]
[JsonSerializable(typeof(IngestProcessBody))]
[JsonSerializable(typeof(UploadCheckpoint))]
internal sealed partial class ServiceJson : JsonSerializerContext
{
    public static ResponseParser<T> Parser<T>(JsonTypeInfo<T> type)
        where T : class => body => JsonSerializer.Deserialize(body, type);

    /// <summary>An answer whose body does not matter.</summary>
    public static string Ignore(ReadOnlySpan<byte> body) => "";

    public static HttpContent Content<T>(T value, JsonTypeInfo<T> type)
    {
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(value, type));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }
}
