using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler;

/// <summary>
/// The exception that is thrown when a request to MapTiler fails. <see cref="Reason"/> is the cause; the message says what failed, the likely
/// cause and what to do. It never contains a credential.
/// </summary>
[JsonConverter(typeof(MapTilerJsonConverter))]
public sealed class MapTilerException : HttpRequestException
{
    /// <summary>Creates the exception of a failed request.</summary>
    /// <param name="reason">The cause of the failure.</param>
    /// <param name="message">What failed, the likely cause, and what to do.</param>
    /// <param name="statusCode">The status code of the response; <see langword="null"/> if there was no response.</param>
    /// <param name="innerException">The exception that caused the failure; <see langword="null"/> for none.</param>
    public MapTilerException(MapTilerErrorReason reason, string message, HttpStatusCode? statusCode = null, Exception? innerException = null)
#if NET
        : base(message, innerException, statusCode)
#else
        : base(message, innerException)
#endif
    {
        Reason = reason;
#if !NET
        StatusCode = statusCode;
#endif
    }

    /// <summary>The cause of the failure.</summary>
    public MapTilerErrorReason Reason { get; }

    /// <summary>
    /// Whether the same request can succeed later: there were too many requests, the service failed or did not respond in time, or the connection failed. The clients
    /// have already retried such requests that only read.
    /// </summary>
    public bool IsTransient => Reason is MapTilerErrorReason.RateLimited or MapTilerErrorReason.ServerError or MapTilerErrorReason.Timeout or MapTilerErrorReason.ConnectionFailed;

    /// <summary>The status code of the response; <see langword="null"/> if there was no response.</summary>
#if NET
    public new HttpStatusCode? StatusCode => base.StatusCode;
#else
    public HttpStatusCode? StatusCode { get; }
#endif

    /// <summary>The path template of the endpoint, such as <c>/geocoding/{query}.json</c>.</summary>
    public string? Endpoint { get; set; }

    /// <summary>The time to wait before the next request; <see langword="null"/> if the response does not specify it.</summary>
    public TimeSpan? RetryAfter { get; set; }

    /// <summary>
    /// The start of the response body as text, at most 1 KiB, with credentials replaced by <c>***</c>; <see langword="null"/> if there is none. For a
    /// rejected image request, it is the value of the header <c>statustext</c>.
    /// </summary>
    public string? ResponseExcerpt { get; set; }
}

/// <summary>Writes what an application needs to report a failure, and reads it as an exception that has not been thrown.</summary>
internal sealed class MapTilerExceptionJsonConverter : JsonConverter<MapTilerException>
{
    public override MapTilerException? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize(ref reader, MapTilerExceptionJson.Default.Members) is { } members
            ? new MapTilerException(members.Reason, members.Message, (HttpStatusCode?)members.StatusCode) { Endpoint = members.Endpoint, RetryAfter = members.RetryAfter }
            : null;

    public override void Write(Utf8JsonWriter writer, MapTilerException value, JsonSerializerOptions options) => JsonSerializer.Serialize(
        writer, new Members(value.Reason, value.Message, (int?)value.StatusCode, value.Endpoint, value.RetryAfter), MapTilerExceptionJson.Default.Members);

    internal sealed record Members(MapTilerErrorReason Reason, string Message, int? StatusCode = null, string? Endpoint = null, TimeSpan? RetryAfter = null);
}

/// <summary>The generated JSON serialization of <see cref="MapTilerException"/>.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(MapTilerExceptionJsonConverter.Members))]
internal sealed partial class MapTilerExceptionJson : JsonSerializerContext;
