using System.Collections.Frozen;
using System.Net;
using MapTiler.Maps;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace MapTiler.AspNetCore;

/// <summary>The endpoints of an account. Each builds the address upstream from what it understood, so that nothing of a path is copied.</summary>
internal sealed class BrowserEndpoints(BrowserMapsOptions options, MountPoint mountPoint, AccountSource accounts, ILogger logger)
{
    private static readonly string[] OfFiles =
        [HeaderNames.ETag, HeaderNames.LastModified, HeaderNames.Age, HeaderNames.Date, HeaderNames.Expires, HeaderNames.ContentEncoding, HeaderNames.ContentLength];

    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    private readonly FrozenSet<string> _maps = options.Maps.ToFrozenSet(StringComparer.Ordinal);
    private readonly FrozenSet<string> _tilesets = options.Tilesets.ToFrozenSet(StringComparer.Ordinal);
    private readonly FrozenSet<string> _datasets = options.Datasets.ToFrozenSet(StringComparer.Ordinal);

    private bool _isMapped;

    public required Documents Documents { get; init; }

    public required IDelivery Files { get; init; }

    /// <summary>For files of any size.</summary>
    public required IDelivery LargeFiles { get; init; }

    /// <exception cref="InvalidOperationException">They are mapped already.</exception>
    public void Map(IEndpointRouteBuilder endpoints, bool isAtRoot)
    {
        if (Interlocked.Exchange(ref _isMapped, true))
            throw new InvalidOperationException("The endpoints of this account are mapped already, and a style can name one address alone. For another address register another account: AddMapTiler(\"name\", ...).AddBrowserMaps(...).");

        Map("/maps/{mapId}/style.json", Style).WithName(mountPoint.EndpointName);
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
        if (!isAtRoot) // where the rest is the application's
            Map("/{**path}", context => NotFound(context, "There is no such endpoint.")).Add(endpoint => ((RouteEndpointBuilder)endpoint).Order = int.MaxValue);

        IEndpointConventionBuilder Map(string pattern, RequestDelegate handler) => endpoints.MapMethods(pattern, Methods, context => RunAsync(context, handler));
    }

    private Task Style(HttpContext context) => Id(context, "mapId", _maps) is { } mapId
        ? Document(context, urls => urls.StyleJson(mapId))
        : NotListed(context, nameof(options.Maps));

    private Task MapTileJson(HttpContext context, int tileSize) => Id(context, "mapId", _maps) is { } mapId
        ? Document(context, urls => urls.MapTileJson(mapId, tileSize))
        : NotListed(context, nameof(options.Maps));

    private Task MapTile(HttpContext context, int tileSize)
    {
        if (Id(context, "mapId", _maps) is not { } mapId)
            return NotListed(context, nameof(options.Maps));
        if (!TileFile.TryRead(context.Request.RouteValues, out var file) || Format(file.Extension) is not { } format)
            return NotFound(context, "There is no such tile.");

        var account = accounts.Current;
        return File(context, account, account.Urls.MapTile(mapId, file.Tile, new RasterTileOptions { TileSize = tileSize, HighDpi = file.HighDpi, Format = format }));
    }

    private Task MapSprite(HttpContext context)
    {
        if (Id(context, "mapId", _maps) is not { } mapId)
            return NotListed(context, nameof(options.Maps));
        if (SpriteFile.Read((string?)context.Request.RouteValues["file"]) is not var (format, highDpi))
            return NotFound(context, "There is no such file.");

        var account = accounts.Current;
#pragma warning disable CS0618 // Styles of old maps still name it.
        return File(context, account, account.Urls.MapSprite(mapId, format, highDpi));
#pragma warning restore CS0618
    }

    private Task StaticMap(HttpContext context)
    {
        if (!options.AllowStaticMaps)
            return NotFound(context, $"Static maps are not allowed here; see {nameof(BrowserMapsOptions)}.{nameof(options.AllowStaticMaps)}.");
        if (Id(context, "mapId", _maps) is not { } mapId)
            return NotListed(context, nameof(options.Maps));

        var account = accounts.Current;
        return StaticMapRequest.Read(context.Request, account, mapId) is { } address ? File(context, account, address) : BadRequest(context, "There is no such static map: an area or a size is out of its range.");
    }

    private Task TileJson(HttpContext context) => Id(context, "tilesetId", _tilesets) is { } tilesetId
        ? Document(context, urls => urls.TileJson(tilesetId))
        : NotListed(context, nameof(options.Tilesets));

    private Task Tile(HttpContext context)
    {
        if (Id(context, "tilesetId", _tilesets) is not { } tilesetId)
            return NotListed(context, nameof(options.Tilesets));
        if (!TileFile.TryRead(context.Request.RouteValues, out var file) || file.HighDpi)
            return NotFound(context, "There is no such tile.");

        var account = accounts.Current;
        return File(context, account, account.Urls.Tile(tilesetId, file.Tile, file.Extension));
    }

    private Task Glyphs(HttpContext context)
    {
        var account = accounts.Current;
        return GlyphRequest.Read(context.Request.RouteValues, account.Urls) is { } address ? File(context, account, address) : NotFound(context, "There are no such glyphs.");
    }

    private Task Sprite(HttpContext context)
    {
        var spriteId = (string)context.Request.RouteValues["spriteId"]!;
        if (!RouteText.IsId(spriteId) || SpriteFile.Read((string?)context.Request.RouteValues["file"]) is not var (format, highDpi))
            return NotFound(context, "There is no such sprite.");

        var account = accounts.Current;
        return File(context, account, account.Urls.Sprite(spriteId, format, highDpi));
    }

    private Task Features(HttpContext context)
    {
        if (Id(context, "dataId", _datasets) is not { } dataId)
            return NotListed(context, nameof(options.Datasets));

        var account = accounts.Current;
        return LargeFiles.SendAsync(context, account, account.Urls.DataFeatures(dataId), SessionParameter.Of(context.Request));
    }

    private Task Geocoding(HttpContext context)
    {
        if (!options.AllowGeocoding)
            return NotFound(context, $"Geocoding is not allowed here; see {nameof(BrowserMapsOptions)}.{nameof(options.AllowGeocoding)}.");

        var account = accounts.Current;
        return GeocodingRequest.Read(context.Request, account.Urls) is { } address
            ? Documents.SendAsync(context, account, address, SessionParameter.Of(context.Request), context.Request.Headers.AcceptLanguage.ToString())
            : BadRequest(context, "This is no search: expected one text of at most 256 characters without ';', then .json.");
    }

    private async Task RunAsync(HttpContext context, RequestDelegate handler)
    {
        try
        {
            await handler(context).ConfigureAwait(false);
        }
        catch (UpstreamException e) when (!context.Response.HasStarted)
        {
            LogFailure(context, e);
            foreach (var name in OfFiles)
                context.Response.Headers.Remove(name);
            context.Response.Headers.RetryAfter = e.RetryAfter;
            await Refusals.WriteAsync(context, (int)e.Status, e.Message).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The browser is gone, and nobody is left to answer.
        }
    }

    private void LogFailure(HttpContext context, UpstreamException e)
    {
        var pattern = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        var isOfCaller = e.Status is HttpStatusCode.NotFound or HttpStatusCode.Gone or HttpStatusCode.BadRequest or HttpStatusCode.RequestUriTooLong;
        if (isOfCaller && pattern?.EndsWith(".json", StringComparison.Ordinal) == true)
            Log.ListedIsAbsent(logger, context.Request.RouteValues.Values.OfType<string>().FirstOrDefault(), (int)e.Status); // what is asked so is listed
        else
            Log.Failed(logger, isOfCaller ? LogLevel.Debug : LogLevel.Warning, (int)e.Status, pattern, e.Message, e.InnerException);
    }

    private Task Document(HttpContext context, Func<MapTilerUrlBuilder, Uri> address)
    {
        var account = accounts.Current;
        return Documents.SendAsync(context, account, address(account.Urls), SessionParameter.Of(context.Request));
    }

    private Task File(HttpContext context, Account account, Uri address) => Files.SendAsync(context, account, address, SessionParameter.Of(context.Request));

    private static string? Id(HttpContext context, string name, FrozenSet<string> listed) =>
        context.Request.RouteValues[name] is string id && listed.Contains(id) ? id : null;

    private static ImageFormat? Format(string? extension) => extension switch
    {
        "png" => ImageFormat.Png,
        "jpg" => ImageFormat.Jpeg,
        "webp" => ImageFormat.WebP,
        _ => null,
    };

    private static Task NotListed(HttpContext context, string list) => NotFound(context, $"This is not among those that pages may show; see {nameof(BrowserMapsOptions)}.{list}.");

    private static Task NotFound(HttpContext context, string reason) => Refusals.WriteAsync(context, StatusCodes.Status404NotFound, reason);

    private static Task BadRequest(HttpContext context, string reason) => Refusals.WriteAsync(context, StatusCodes.Status400BadRequest, reason);
}
