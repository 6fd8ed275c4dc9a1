using System.Net;

namespace MapTiler.AspNetCore.Proxy;

/// <summary>A request to MapTiler failed. The browser receives the status and the message.</summary>
internal class UpstreamException(HttpStatusCode status, string message, string? retryAfter = null, Exception? cause = null) : Exception(message, cause)
{
    public HttpStatusCode Status { get; } = status;

    public string? RetryAfter { get; } = retryAfter;

    /// <summary>Creates an exception with the same content, to be thrown for another request.</summary>
    public UpstreamException Copy() => new(Status, Message, RetryAfter, InnerException);
}

/// <summary>A response is too large to be buffered.</summary>
internal sealed class TooLargeException(int maxBytes) : UpstreamException(HttpStatusCode.BadGateway, $"MapTiler returned more than {maxBytes} bytes.");
