using System.Net;

namespace MapTiler;

/// <summary>
/// A call to MapTiler failed. <see cref="Reason"/> says why, the message what to do. It never holds a credential.
/// </summary>
public sealed class MapTilerException : HttpRequestException
{
    /// <summary>Creates the failure of a call.</summary>
    /// <param name="reason">Why the call failed.</param>
    /// <param name="message">What happened, why probably, and what to do.</param>
    /// <param name="statusCode">The status of the answer, if there was one.</param>
    /// <param name="innerException">The cause.</param>
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

    /// <summary>Why the call failed.</summary>
    public MapTilerErrorReason Reason { get; }

    /// <summary>The status of the answer; <see langword="null"/> if there was none.</summary>
#if NET
    public new HttpStatusCode? StatusCode => base.StatusCode;
#else
    public HttpStatusCode? StatusCode { get; }
#endif

    /// <summary>The template of the endpoint, such as <c>/geocoding/{query}.json</c>.</summary>
    public string? Endpoint { get; set; }

    /// <summary>How long the service asks to wait, where it said so.</summary>
    public TimeSpan? RetryAfter { get; set; }

    /// <summary>
    /// The beginning of the response's text, at most 1 KiB, credentials replaced by <c>***</c>. If an image was requested and rejected, it is the reason in
    /// the header <c>statustext</c>.
    /// </summary>
    public string? ResponseExcerpt { get; set; }
}
