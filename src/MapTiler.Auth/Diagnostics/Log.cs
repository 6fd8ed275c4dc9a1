using Microsoft.Extensions.Logging;

namespace MapTiler.Diagnostics;

/// <summary>The log messages of the library. They contain the templates of endpoints, because paths contain postal addresses and locations, which are personal data.</summary>
internal static partial class Log
{
    /// <summary>The category of all messages.</summary>
    public const string Category = "MapTiler";

    [LoggerMessage(1, LogLevel.Information, "{Method} {Endpoint} responded {StatusCode} in {ElapsedMilliseconds:0} ms")]
    public static partial void Succeeded(ILogger logger, string method, string endpoint, int statusCode, double elapsedMilliseconds);

    [LoggerMessage(2, LogLevel.Warning, "{Method} {Endpoint} failed after {ElapsedMilliseconds:0} ms: {Reason}")]
    public static partial void Failed(ILogger logger, string method, string endpoint, double elapsedMilliseconds, string reason);

    [LoggerMessage(3, LogLevel.Information, "Attempt {Attempt} of {Endpoint} failed with {Outcome}; retrying in {DelayMilliseconds:0} ms")]
    public static partial void Retrying(ILogger logger, int attempt, string endpoint, string outcome, double delayMilliseconds);

    [LoggerMessage(4, LogLevel.Error, "The reloaded MapTiler options are not valid; the last valid options remain in effect. {Failures}")]
    public static partial void ReloadRejected(ILogger logger, string failures);
}
