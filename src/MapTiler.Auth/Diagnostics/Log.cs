using Microsoft.Extensions.Logging;

namespace MapTiler.Diagnostics;

/// <summary>Everything that the library logs. Endpoints are templates: the path holds addresses and places, which are personal data.</summary>
internal static partial class Log
{
    /// <summary>The category of every message.</summary>
    public const string Category = "MapTiler";

    [LoggerMessage(1, LogLevel.Information, "{Method} {Endpoint} answered {StatusCode} after {ElapsedMilliseconds:0} ms")]
    public static partial void Answered(ILogger logger, string method, string endpoint, int statusCode, double elapsedMilliseconds);

    [LoggerMessage(2, LogLevel.Warning, "{Method} {Endpoint} failed after {ElapsedMilliseconds:0} ms: {Reason}")]
    public static partial void Failed(ILogger logger, string method, string endpoint, double elapsedMilliseconds, string reason);

    [LoggerMessage(3, LogLevel.Information, "Attempt {Attempt} at {Endpoint} ended with {Outcome}; the next one follows in {DelayMilliseconds:0} ms")]
    public static partial void Retrying(ILogger logger, int attempt, string endpoint, string outcome, double delayMilliseconds);

    [LoggerMessage(4, LogLevel.Error, "The reloaded MapTiler options are not valid; the last valid options stay in effect. {Failures}")]
    public static partial void ReloadRejected(ILogger logger, string failures);
}
