using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace MapTiler.Service;

/// <summary>The source-generated JSON code of the Service API, and the bodies of requests and responses that are not public.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(ServicePage<ApiKeyBody>))]
[JsonSerializable(typeof(ApiKeyBody))]
[JsonSerializable(typeof(ApiKeySettingsBody))]
[JsonSerializable(typeof(AnalyticsBody))]
[JsonSerializable(typeof(ServicePage<Tileset>))]
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

    /// <summary>Parses a response whose body is not used.</summary>
    public static string Ignore(ReadOnlySpan<byte> body) => "";

    public static HttpContent Content<T>(T value, JsonTypeInfo<T> type)
    {
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(value, type));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }
}

/// <summary>One page of a list.</summary>
internal sealed class ServicePage<T>
    where T : class
{
    /// <summary>Identifies the next page; null or empty on the last page.</summary>
    public string? Cursor { get; init; }

    public IReadOnlyList<T> Items { get => field ?? []; init => field = Lists.Known(value); }
}

/// <summary>An API key in a response.</summary>
internal sealed class ApiKeyBody
{
    public Guid? Id { get; init; }

    public string? Token { get; init; }

    public string? Name { get; init; }

    public string? Description { get; init; }

    public string? UserAgent { get; init; }

    public IReadOnlyList<string>? Origins { get; init; }

    public DateTimeOffset? Created { get; init; }

    public DateTimeOffset? Changed { get; init; }

    /// <exception cref="MapTilerException">The id or the key is missing.</exception>
    public ApiKey ToKey(Endpoint endpoint) => new()
    {
        Id = Id ?? throw Missing("id", endpoint),
        Key = string.IsNullOrEmpty(Token) ? throw Missing("key", endpoint) : Token!,
        Name = Name,
        Description = Description,
        UserAgent = string.IsNullOrEmpty(UserAgent) ? null : UserAgent,
        Origins = Lists.Known(Origins),
        Created = Created,
        Changed = Changed,
    };

    private static MapTilerException Missing(string member, Endpoint endpoint) =>
        new(MapTilerErrorReason.InvalidResponse, $"The response to {endpoint.Template} has no {member}.") { Endpoint = endpoint.Template };
}

/// <summary>The settings of an API key in a request. All members are sent, because the request replaces all of them.</summary>
internal sealed record ApiKeySettingsBody(string? Name, string? Description, string? UserAgent, IReadOnlyList<string> Origins);

/// <summary>The metadata of a tileset in a request.</summary>
internal sealed record TilesetMetadataBody(string Title, string Description, string? Attribution);
