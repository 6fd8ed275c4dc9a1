using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Net;
using MapTiler.AspNetCore.Documents;
using MapTiler.AspNetCore.Proxy;
using MapTiler.Maps;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace MapTiler.AspNetCore.Endpoints;

/// <summary>The endpoints of an account. Each endpoint builds the URL of MapTiler from the parsed values of the request, and never copies a part of the path.</summary>
internal sealed class BrowserEndpoints(BrowserMapsOptions options, EndpointBaseUrl baseUrl, AccountMonitor accounts, ILogger logger)
{
    private static readonly string[] FileHeaders =
        [HeaderNames.ETag, HeaderNames.LastModified, HeaderNames.Age, HeaderNames.Date, HeaderNames.Expires, HeaderNames.ContentEncoding, HeaderNames.ContentLength];

    private const int MaxLogged = 100; // callers could request any number of ids

    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    private readonly FrozenSet<string> _maps = options.Maps.ToFrozenSet(StringComparer.Ordinal);
    private readonly FrozenSet<string> _tilesets = options.Tilesets.ToFrozenSet(StringComparer.Ordinal);
    private readonly FrozenSet<string> _datasets = options.Datasets.ToFrozenSet(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, bool> _logged = new(StringComparer.Ordinal);

    private bool _isMapped;

    public required MapDocuments Documents { get; init; }

    public required MapContents Contents { get; init; }

    public required MapFiles Files { get; init; }

    public required StyleFallback Fallback { get; init; }

    public required UpstreamStatus Status { get; init; }

    /// <exception cref="InvalidOperationException">The endpoints are mapped already.</exception>
    public void Map(IEndpointRouteBuilder endpoints, bool isAtRoot)
    {
        if (Interlocked.Exchange(ref _isMapped, true))
            throw new InvalidOperationException("The endpoints of this account are mapped already. The URLs in a style have one base URL only. For a second one, register a second account with AddMapTiler(\"name\", ...).AddBrowserMaps(...).");

        Map("/maps/{mapId}/style.json", Style).WithName(baseUrl.EndpointName);
        Map("/maps/{mapId}/tiles.json", context => MapTileJson(context, 512));
        Map("/maps/{mapId}/256/tiles.json", context => MapTileJson(context, 256));
        Map("/maps/{mapId}/{z}/{x}/{file}", context => MapTile(context, 512));
        Map("/maps/{mapId}/256/{z}/{x}/{file}", context => MapTile(context, 256));
        Map("/maps/{mapId}/{file}", MapSprite);
        Map("/maps/{mapId}/static/{area}/{file}", StaticMap);
        Map("/tiles/{tilesetId}/tiles.json", TileJson);
        Map("/tiles/{tilesetId}/{z}/{x}/{file}", Tile);
        Map("/fonts/{fontstack}/{file}", Glyphs);
        Map("/sprites/{spriteId}/{file}", Sprite);
        Map("/data/{dataId}/features.json", Features);
        Map("/geocoding/{query}", Geocoding);
        if (!isAtRoot) // at the root, the remaining paths belong to the application
            Map("/{**path}", context => NotFound(context, "This endpoint does not exist.")).Add(endpoint => ((RouteEndpointBuilder)endpoint).Order = int.MaxValue);

        IEndpointConventionBuilder Map(string pattern, RequestDelegate handler) => endpoints.MapMethods(pattern, Methods, context => RunAsync(context, handler));
    }

    private async Task Style(HttpContext context)
    {
        if (GetListedMap(context) is not { } mapId)
        {
            await MapNotListed(context).ConfigureAwait(false);
            return;
        }

        var labels = context.Request.Query["language"] is { Count: > 0 } requested ? requested.ToString() : null;
        if (labels is not null && !LabelLanguage.IsSupported(labels))
        {
            await BadRequest(context, "The language is not supported. Expected a code such as 'de', 'ja' or 'zh-Hant'.").ConfigureAwait(false);
            return;
        }

        var account = accounts.Current;
        labels ??= options.UseAcceptLanguage ? LabelLanguage.FromHeader(context.Request.Headers.AcceptLanguage) : null;
        try
        {
            await Documents.SendStyleAsync(context, account, mapId, RequestQuery.ReadSession(context.Request), labels).ConfigureAwait(false);
        }
        catch (UpstreamException e) when (e.Status != HttpStatusCode.BadRequest && !context.Response.HasStarted)
        {
            await Fallback.SendAsync(context, mapId, labels, e).ConfigureAwait(false);
        }
    }

    private Task MapTileJson(HttpContext context, int tileSize) => GetListedMap(context) is { } mapId
        ? Document(context, urls => urls.MapTileJson(mapId, tileSize))
        : MapNotListed(context);

    private Task MapTile(HttpContext context, int tileSize)
    {
        if (GetListedMap(context) is not { } mapId)
            return MapNotListed(context);
        if (!RequestPath.TryReadTile(context.Request.RouteValues, out var file) || ParseFormat(file.Extension) is not { } format)
            return NotFound(context, "This tile does not exist.");

        var account = accounts.Current;
        return File(context, account, account.PublicApi.Urls.MapTile(mapId, file.Tile, new RasterTileOptions { TileSize = tileSize, HighDpi = file.HighDpi, Format = format }));
    }

    private async Task MapSprite(HttpContext context)
    {
        if (RequestPath.ReadSprite((string?)context.Request.RouteValues["file"]) is not var (format, highDpi))
        {
            await NotFound(context, "This file does not exist.").ConfigureAwait(false);
            return;
        }

        var account = accounts.Current;
        if (await GetPartAsync(context, account, "mapId", MapPart.MapSprite, _maps).ConfigureAwait(false) is not { } mapId)
            return;
        await File(context, account, account.PublicApi.Urls.MapSprite(mapId, format, highDpi)).ConfigureAwait(false);
    }

    private Task StaticMap(HttpContext context)
    {
        if (!options.AllowStaticMaps)
            return NotFound(context, $"Static maps are not enabled. See {nameof(BrowserMapsOptions)}.{nameof(options.AllowStaticMaps)}.");
        if (GetListedMap(context) is not { } mapId)
            return MapNotListed(context);

        var account = accounts.Current;
        return StaticMapRequest.Read(context.Request, account, mapId) is { } url ? File(context, account, url) : BadRequest(context, "The static map is not valid: its area or its size is out of range, or a parameter is too long.");
    }

    private async Task TileJson(HttpContext context)
    {
        var account = accounts.Current;
        if (await GetPartAsync(context, account, "tilesetId", MapPart.Tileset, _tilesets).ConfigureAwait(false) is { } tilesetId)
            await Documents.SendAsync(context, account, account.PublicApi.Urls.TileJson(tilesetId), RequestQuery.ReadSession(context.Request)).ConfigureAwait(false);
    }

    private async Task Tile(HttpContext context)
    {
        if (!RequestPath.TryReadTile(context.Request.RouteValues, out var file) || file.HighDpi)
        {
            await NotFound(context, "This tile does not exist.").ConfigureAwait(false);
            return;
        }

        var account = accounts.Current;
        if (await GetPartAsync(context, account, "tilesetId", MapPart.Tileset, _tilesets).ConfigureAwait(false) is { } tilesetId)
            await File(context, account, account.PublicApi.Urls.Tile(tilesetId, file.Tile, file.Extension)).ConfigureAwait(false);
    }

    private Task Glyphs(HttpContext context)
    {
        var account = accounts.Current;
        return RequestPath.ReadGlyphs(context.Request.RouteValues, account.PublicApi.Urls) is { } url ? File(context, account, url) : NotFound(context, "These glyphs do not exist.");
    }

    private async Task Sprite(HttpContext context)
    {
        if (RequestPath.ReadSprite((string?)context.Request.RouteValues["file"]) is not var (format, highDpi))
        {
            await NotFound(context, "This sprite does not exist.").ConfigureAwait(false);
            return;
        }

        var account = accounts.Current;
        if (await GetPartAsync(context, account, "spriteId", MapPart.Sprite, FrozenSet<string>.Empty).ConfigureAwait(false) is { } spriteId)
            await File(context, account, account.PublicApi.Urls.Sprite(spriteId, format, highDpi)).ConfigureAwait(false);
    }

    private async Task Features(HttpContext context)
    {
        var account = accounts.Current;
        if (await GetPartAsync(context, account, "dataId", MapPart.Dataset, _datasets).ConfigureAwait(false) is { } dataId)
            await Files.SendAsync(context, account, account.PublicApi.Urls.DataFeatures(dataId), RequestQuery.ReadSession(context.Request), canCache: false).ConfigureAwait(false); // of any size
    }

    private Task Geocoding(HttpContext context)
    {
        if (!options.AllowGeocoding)
            return NotFound(context, $"Geocoding is not enabled. See {nameof(BrowserMapsOptions)}.{nameof(options.AllowGeocoding)}.");

        var account = accounts.Current;
        return GeocodingRequest.Read(context.Request, account.PublicApi.Urls) is { } url
            ? Documents.SendAsync(context, account, url, RequestQuery.ReadSession(context.Request), context.Request.Headers.AcceptLanguage.ToString())
            : BadRequest(context, "The search is not valid. Expected one query of at most 256 characters without ';', followed by .json.");
    }

    private async Task RunAsync(HttpContext context, RequestDelegate handler)
    {
        try
        {
            await (Reject(context) ?? handler(context)).ConfigureAwait(false);
        }
        catch (UpstreamException e) when (!context.Response.HasStarted)
        {
            LogFailure(context, e);
            foreach (var name in FileHeaders)
                context.Response.Headers.Remove(name);
            context.Response.Headers.RetryAfter = e.RetryAfter;
            await ErrorResponse.WriteAsync(context, (int)e.Status, e.Message).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The browser has disconnected, so there is no one to respond to.
        }
    }

    private static Task? Reject(HttpContext context)
    {
        if (context.Request.Method is not ("GET" or "HEAD")) // routing ignores the case
        {
            context.Response.Headers.Allow = "GET, HEAD";
            return ErrorResponse.WriteAsync(context, StatusCodes.Status405MethodNotAllowed, "This method is not supported.");
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = 0; // otherwise the server waits for the rest of a body after the response
        return null;
    }

    private void LogFailure(HttpContext context, UpstreamException e)
    {
        var pattern = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        var isCausedByCaller = e.Status is HttpStatusCode.NotFound or HttpStatusCode.Gone or HttpStatusCode.BadRequest or HttpStatusCode.RequestUriTooLong;
        if (isCausedByCaller && pattern?.EndsWith(".json", StringComparison.Ordinal) == true)
            Log.ListedIdNotFound(logger, context.Request.RouteValues.Values.OfType<string>().FirstOrDefault(), (int)e.Status); // such a request is sent only for an id that is listed or that a style contains
        else if (isCausedByCaller)
            Log.Failed(logger, LogLevel.Debug, (int)e.Status, pattern, e.Message, 0, e.InnerException);
        else
            Status.ReportFailure(e, pattern);
    }

    /// <summary>Whether the map is in <see cref="BrowserMapsOptions.Maps"/>.</summary>
    public bool Lists(string mapId) => _maps.Contains(mapId);

    private Task Document(HttpContext context, Func<MapTilerUrlBuilder, Uri> buildUrl)
    {
        var account = accounts.Current;
        return Documents.SendAsync(context, account, buildUrl(account.PublicApi.Urls), RequestQuery.ReadSession(context.Request));
    }

    private Task File(HttpContext context, Account account, Uri url) => Files.SendAsync(context, account, url, RequestQuery.ReadSession(context.Request));

    private string? GetListedMap(HttpContext context) => context.Request.RouteValues["mapId"] is string mapId && _maps.Contains(mapId) ? mapId : null;

    /// <summary>The id in the route if it is listed or the style of a listed map contains it; otherwise responds with 404 and returns <see langword="null"/>.</summary>
    private async ValueTask<string?> GetPartAsync(HttpContext context, Account account, string name, string folder, FrozenSet<string> listed)
    {
        var id = (string)context.Request.RouteValues[name]!;
        if (listed.Contains(id) || (RequestPath.IsId(id) && await Contents.ContainsAsync(context, account, new(folder, id)).ConfigureAwait(false)))
            return id;

        var list = folder switch
        {
            MapPart.Tileset => nameof(options.Tilesets),
            MapPart.Dataset => nameof(options.Datasets),
            _ => null,
        };
        var styles = options.Maps.Count == 0 ? "no map is listed whose style could contain it" : "no style of a listed map contains it";
        await RejectAsync(context, folder, id, list is null ? $"{styles}." : $"{styles}, and it is not in {nameof(BrowserMapsOptions)}.{list}.").ConfigureAwait(false);
        return null;
    }

    private Task MapNotListed(HttpContext context) =>
        RejectAsync(context, "maps", (string)context.Request.RouteValues["mapId"]!, $"it is not in {nameof(BrowserMapsOptions)}.{nameof(options.Maps)}{(options.Maps.Count == 0 ? ", which is empty" : "")}.");

    private Task RejectAsync(HttpContext context, string folder, string id, string reason)
    {
        if (RequestPath.IsId(id) && _logged.Count < MaxLogged && _logged.TryAdd($"{folder}/{id}", true))
            Log.Rejected(logger, $"{folder}/{id}", reason);
        return NotFound(context, $"This resource is not served: {reason}");
    }

    private static ImageFormat? ParseFormat(string? extension) => extension switch
    {
        "png" => ImageFormat.Png,
        "jpg" => ImageFormat.Jpeg,
        "webp" => ImageFormat.WebP,
        _ => null,
    };

    private static Task NotFound(HttpContext context, string reason) => ErrorResponse.WriteAsync(context, StatusCodes.Status404NotFound, reason);

    private static Task BadRequest(HttpContext context, string reason) => ErrorResponse.WriteAsync(context, StatusCodes.Status400BadRequest, reason);
}
