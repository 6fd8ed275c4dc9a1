namespace MapTiler.Authentication;

/// <summary>
/// A handler refuses to send. Not an <see cref="HttpRequestException"/>, which every retry above would take for a broken connection.
/// </summary>
internal sealed class RequestRefusedException(MapTilerErrorReason reason, string message, Exception? cause = null) : InvalidOperationException(message, cause)
{
    public MapTilerErrorReason Reason { get; } = reason;
}
