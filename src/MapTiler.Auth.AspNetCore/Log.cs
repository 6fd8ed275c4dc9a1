using Microsoft.Extensions.Logging;

namespace MapTiler.AspNetCore;

/// <summary>Everything that the package logs. Endpoints are patterns: a path holds addresses and places, which are personal data.</summary>
internal static partial class Log
{
    /// <summary>The category of every message.</summary>
    public const string Category = "MapTiler.AspNetCore";

    [LoggerMessage(EventId = 1, Message = "A browser got {Status} from {Endpoint}: {Reason}")]
    public static partial void Failed(ILogger logger, LogLevel level, int status, string? endpoint, string reason, Exception? cause);

    [LoggerMessage(4, LogLevel.Warning, "The IDistributedLockProvider failed ({Failure}), so replicas may fetch the same more than once.")]
    public static partial void NoLock(ILogger logger, string failure);

    [LoggerMessage(3, LogLevel.Warning, "MapTiler answered {Status} for '{Id}', which is listed in BrowserMapsOptions. Is the id right, and is it of this account?")]
    public static partial void ListedIsAbsent(ILogger logger, string? id, int status);

    [LoggerMessage(2, LogLevel.Warning, "A style or TileJSON names the {Kind} '{Id}', which is not listed, so browsers will not find it. Add it to BrowserMapsOptions.{List}.")]
    public static partial void NotListed(ILogger logger, string kind, string id, string list);
}
