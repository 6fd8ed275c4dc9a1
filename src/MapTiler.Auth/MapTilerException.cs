using System.Net;

namespace MapTiler;

/// <summary>
/// The exception that is thrown when a request to MapTiler fails. <see cref="Reason"/> is the cause; the message says what failed, the likely
/// cause and what to do. It never contains a credential.
/// </summary>
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
