using System.Net;

namespace MapTiler.AspNetCore;

/// <summary>What a browser is told instead of an answer.</summary>
internal class UpstreamException(HttpStatusCode status, string message, string? retryAfter = null, Exception? cause = null) : Exception(message, cause)
{
    public HttpStatusCode Status { get; } = status;

    public string? RetryAfter { get; } = retryAfter;

    /// <summary>The same failure, to be thrown for another request.</summary>
    public UpstreamException Copy() => new(Status, Message, RetryAfter, InnerException);
}
