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
[JsonSerializable(typeof(TilesetMetadata))]
[JsonSerializable(typeof(IngestBody))]
[JsonSerializable(typeof(IngestCreateBody))]
[JsonSerializable(typeof(IngestProcessBody))]
[JsonSerializable(typeof(UploadCheckpoint))]
internal sealed partial class ServiceJson : JsonSerializerContext
{
    public static T? Read<T>(ReadOnlySpan<byte> body)
        where T : class => ResponseJson.Read<T>(body, Reading.Options);

    /// <summary>Parses a response whose body is not used.</summary>
    public static string Ignore(ReadOnlySpan<byte> body) => "";

    public static HttpContent Content<T>(T value, JsonTypeInfo<T> type)
    {
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(value, type));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }

    private static class Reading
    {
        public static readonly JsonSerializerOptions Options = ResponseJson.Options(Default,
            new EssentialListJsonConverter<ApiKeyBody>(), new EssentialListJsonConverter<Tileset>(), new EssentialListJsonConverter<AnalyticsBody.Dataset>(),
            new OptionalListJsonConverter<AnalyticsBody.Item>(), new OptionalObjectJsonConverter<AnalyticsBody.Item>(), new OptionalListJsonConverter<AnalyticsBody.LegendItem>(),
            new OptionalJsonConverter<AnalyticsGroup>(static (ref reader) => new(JsonValue.Text(ref reader) ?? "")),
            new OptionalObjectJsonConverter<IngestUpload>(), new OptionalListJsonConverter<IngestPart>());
    }
}

/// <summary>One page of a list.</summary>
internal sealed class ServicePage<T>
    where T : class
{
    /// <summary>Identifies the next page; null or empty on the last page.</summary>
    public string? Cursor { get; init; }

    [JsonRequired]
    public IReadOnlyList<T> Items { get => field ?? []; init; }
}

/// <summary>An API key in a response.</summary>
internal sealed class ApiKeyBody
{
    public Guid? Id { get; init; }

    public string? Token { get; init; }

    public string? Name { get; init; }

    public string? Description { get; init; }

    // The restrictions of a key are not optional: a key is created or changed with those that were read.
    public JsonElement UserAgent { get; init; }

    public JsonElement Origins { get; init; }

    public DateTimeOffset? Created { get; init; }

    public DateTimeOffset? Changed { get; init; }

    /// <exception cref="MapTilerException">The id, the key or a restriction is missing or not valid.</exception>
    public ApiKey ToKey(Endpoint endpoint) => new()
    {
        Id = Id is { } id && id != Guid.Empty ? id : throw Invalid("id", endpoint),
        Key = string.IsNullOrEmpty(Token) ? throw Invalid("token", endpoint) : Token!,
        Name = Name,
        Description = Description,
        UserAgent = ReadUserAgent(endpoint),
        Origins = ReadOrigins(endpoint),
        Created = Created,
        Changed = Changed,
    };

    private string? ReadUserAgent(Endpoint endpoint) => UserAgent.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => null,
        JsonValueKind.String => UserAgent.GetString() is { Length: > 0 } value ? value : null,
        _ => throw Invalid("user_agent", endpoint),
    };

    private IReadOnlyList<string> ReadOrigins(Endpoint endpoint) => Origins.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => [],
        JsonValueKind.Array when Origins.EnumerateArray().All(origin => origin.ValueKind == JsonValueKind.String) => [.. Origins.EnumerateArray().Select(origin => origin.GetString()!)],
        _ => throw Invalid("origins", endpoint),
    };

    private static MapTilerException Invalid(string member, Endpoint endpoint) =>
        new(MapTilerErrorReason.InvalidResponse, $"The response to {endpoint.Template} has no valid {member}.") { Endpoint = endpoint.Template };
}

/// <summary>The settings of an API key in a request. All members are sent, because the request replaces all of them.</summary>
internal sealed record ApiKeySettingsBody(string? Name, string? Description, string? UserAgent, IReadOnlyList<string> Origins);
