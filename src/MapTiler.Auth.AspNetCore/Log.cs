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

    [LoggerMessage(3, LogLevel.Warning, "MapTiler returned {Status} for '{Id}', which BrowserMapsOptions or the style of a listed map contains. Is the id right, and does it belong to this account?")]
    public static partial void ListedIsAbsent(ILogger logger, string? id, int status);

    [LoggerMessage(2, LogLevel.Warning, "A style or TileJSON contains a URL of the map '{Id}', which is not listed, so browsers will get 404. Add it to BrowserMapsOptions.Maps.")]
    public static partial void MapNotListed(ILogger logger, string id);

    [LoggerMessage(5, LogLevel.Warning, "The style of the listed map '{Id}' could not be loaded ({Status}: {Reason}), so the tilesets and sprites that only this style contains are not served. It is loaded again for a later request.")]
    public static partial void StyleNotLoaded(ILogger logger, string id, int status, string reason, Exception? cause);

    [LoggerMessage(6, LogLevel.Information, "Requests for {Resource} are rejected with 404: {Reason}")]
    public static partial void Rejected(ILogger logger, string resource, string reason);
}
