using System.Net;

namespace MapTiler.AspNetCore.Proxy;

/// <summary>A request to MapTiler failed. The browser receives the status and the message.</summary>
internal class UpstreamException(HttpStatusCode status, string message, string? retryAfter = null, Exception? cause = null) : Exception(message, cause)
{
    public HttpStatusCode Status { get; } = status;

    public string? RetryAfter { get; } = retryAfter;

    /// <summary>Creates an exception with the same content, to be thrown for another request.</summary>
    public UpstreamException Copy() => new(Status, Message, RetryAfter, InnerException);

    /// <summary>The error for a response that cannot be sent to a browser; <see langword="null"/> if it can.</summary>
    public static UpstreamException? FromResponse(HttpResponseMessage response, bool isConditional) => response.StatusCode switch
    {
        HttpStatusCode.NoContent => null,
        HttpStatusCode.NotModified when isConditional => null,
        HttpStatusCode.OK => FileTypes.IsFile(FileTypes.Of(response)) ? null : new(HttpStatusCode.BadGateway, "MapTiler returned a content type that no file of a map has. Check whether a proxy responds instead of MapTiler."),
        _ => FromStatus(response),
    };

    /// <summary>The error for an exception; <see langword="null"/> if it is an <see cref="UpstreamException"/> already, or if the caller canceled the request.</summary>
    public static UpstreamException? FromException(Exception exception, CancellationToken caller) => exception switch
    {
        UpstreamException => null,
        _ when caller.IsCancellationRequested => null,
        OperationCanceledException or TimeoutException or Polly.Timeout.TimeoutRejectedException => Timeout(exception),
        _ => NoResponse(exception),
    };

    public static UpstreamException Timeout(Exception? cause) => new(HttpStatusCode.GatewayTimeout, "MapTiler did not respond in time.", cause: cause);

    public static UpstreamException NoResponse(Exception? cause) => new(HttpStatusCode.BadGateway, "The request to MapTiler failed without a response.", cause: cause);

    /// <summary>The error for a status code. The message does not contain the body of the response, because the body could contain the credential.</summary>
    private static UpstreamException FromStatus(HttpResponseMessage response)
    {
        var status = response.StatusCode;
        var retryAfter = response.Headers.NonValidated.TryGetValues("Retry-After", out var values) ? values.ToString() : null;
        return status switch
        {
            HttpStatusCode.Forbidden => new(status, "MapTiler rejected the credential of the server. Check its restrictions, its quota and the plan. A health check (AddHealthChecks().AddMapTiler()) reports the cause."),
            HttpStatusCode.TooManyRequests => new(status, "MapTiler returned status 429: there were too many requests, or the quota is exceeded.", retryAfter),
            HttpStatusCode.ServiceUnavailable => new(status, "MapTiler is not available.", retryAfter),
            HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.Gone or HttpStatusCode.RequestUriTooLong => new(status, $"MapTiler returned status {(int)status}."),
            _ => new(HttpStatusCode.BadGateway, $"MapTiler returned status {(int)status}."),
        };
    }
}

/// <summary>A response is too large to be buffered.</summary>
internal sealed class TooLargeException(int maxBytes) : UpstreamException(HttpStatusCode.BadGateway, $"MapTiler returned more than {maxBytes} bytes.");
