namespace MapTiler.Authentication;

/// <summary>
/// A handler rejects a request before it is sent. Not an <see cref="HttpRequestException"/>, which retries would take for a connection failure.
/// </summary>
internal sealed class RequestRejectedException(MapTilerErrorReason reason, string message, Exception? cause = null) : InvalidOperationException(message, cause)
{
    public MapTilerErrorReason Reason { get; } = reason;
}
