using Microsoft.Extensions.Logging;

namespace MapTiler.AspNetCore;

/// <summary>The log messages of the package. Endpoints are logged as route patterns, because paths contain queries and locations, which are personal data.</summary>
internal static partial class Log
{
    /// <summary>The category of every message.</summary>
    public const string Category = "MapTiler.AspNetCore";

    [LoggerMessage(EventId = 1, Message = "The endpoint {Endpoint} returned status {Status}: {Reason} Similar failures since the previous message: {Count}.")]
    public static partial void Failed(ILogger logger, LogLevel level, int status, string? endpoint, string reason, int count, Exception? cause);

    [LoggerMessage(4, LogLevel.Warning, "The distributed cache failed. Responses are fetched from MapTiler until it is available again.")]
    public static partial void DistributedCacheFailed(ILogger logger);

    [LoggerMessage(7, LogLevel.Warning, "Browsers receive the last good responses from the cache ({Status}: {Reason}). Similar failures since the previous message: {Count}.")]
    public static partial void ServingStale(ILogger logger, int status, string reason, int count, Exception? cause);

    [LoggerMessage(8, LogLevel.Warning, "The style of the map '{Id}' could not be served, so browsers receive the fallback ({Status}: {Reason}). Similar failures since the previous message: {Count}.")]
    public static partial void ServingFallback(ILogger logger, string id, int status, string reason, int count, Exception? cause);

    [LoggerMessage(3, LogLevel.Warning, "MapTiler returned status {Status} for '{Id}', which is listed in BrowserMapsOptions or contained in the style of a listed map. Check the id, and whether it belongs to this account.")]
    public static partial void ListedIdNotFound(ILogger logger, string? id, int status);

    [LoggerMessage(2, LogLevel.Warning, "A style or TileJSON contains a URL of the map '{Id}', which is not listed. Browsers will receive status 404 for it. Add it to BrowserMapsOptions.Maps.")]
    public static partial void MapNotListed(ILogger logger, string id);

    [LoggerMessage(5, LogLevel.Warning, "The style of the listed map '{Id}' could not be loaded ({Status}: {Reason}), so tilesets, datasets and sprites that only this style contains are not served. A later request loads it again.")]
    public static partial void StyleNotLoaded(ILogger logger, string id, int status, string reason, Exception? cause);

    [LoggerMessage(9, LogLevel.Warning, "An endpoint of the application failed: {Reason}")]
    public static partial void RequestFailed(ILogger logger, string reason);

    [LoggerMessage(6, LogLevel.Information, "Requests for {Resource} are rejected with status 404: {Reason}")]
    public static partial void Rejected(ILogger logger, string resource, string reason);
}
