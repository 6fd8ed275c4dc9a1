using System.Text.Json;
using System.Text.Json.Serialization;
using System.Xml.Linq;

namespace MapTiler.Tiles;

/// <summary>
/// The client of the <see href="https://docs.maptiler.com/cloud/api/tiles/">Tiles API</see>: the vector, raster, terrain and weather tiles of tilesets.
/// All members are safe for concurrent use.
/// </summary>
/// <remarks>
/// The id of a tileset is a constant of <see cref="TilesetIds"/>, or the UUID of your own tileset.
/// </remarks>
public class TilesClient
{
    private readonly RequestSender _sender;

    /// <summary>Creates an instance for mocking, whose methods must be overridden.</summary>
    protected TilesClient() => _sender = null!;

    internal TilesClient(RequestSender sender) => _sender = sender;

    /// <summary>Gets one tile, which costs 1 request. A compressed tile is decompressed.</summary>
    /// <param name="tilesetId">The id of the tileset, such as <see cref="TilesetIds.V4"/>.</param>
    /// <param name="tile">
    /// The coordinate of the tile. The service rejects a zoom above the <see cref="TileJson.MaxZoom"/> of the tileset with <see cref="MapTilerErrorReason.InvalidRequest"/>.
    /// </param>
    /// <param name="extension">The <see cref="TileJson.Format"/> of the tileset, such as <c>pbf</c>; <see langword="null"/> for a URL without an extension.</param>
    /// <param name="cancellationToken">A token that cancels the request.</param>
    /// <returns>
    /// The tile, which the caller must dispose; <see langword="null"/> if it has no content, which the service reports as 204 or, for a vector tile without features, as
    /// 200 with zero bytes.
    /// </returns>
    /// <exception cref="ArgumentException"><paramref name="tilesetId"/> is empty, <c>.</c> or <c>..</c>, or <paramref name="extension"/> has characters other than ASCII letters and digits.</exception>
    /// <exception cref="MapTilerException">The request failed.</exception>
    public virtual Task<MapTilerContent?> GetTileAsync(string tilesetId, TileCoordinate tile, string? extension = null, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(ApiRequest.ForFile(Endpoints.Tile, urls => urls.Tile(tilesetId, tile, extension)), cancellationToken);

    /// <param name="tilesetId">The UUID of your own tileset.</param>
    /// <param name="tile">The coordinate of the tile.</param>
    /// <param name="extension">The <see cref="TileJson.Format"/> of the tileset, such as <c>pbf</c>; <see langword="null"/> for a URL without an extension.</param>
    /// <param name="cancellationToken">A token that cancels the request.</param>
    /// <inheritdoc cref="GetTileAsync(string, TileCoordinate, string?, CancellationToken)" path="/*[not(self::param)]"/>
    public virtual Task<MapTilerContent?> GetTileAsync(Guid tilesetId, TileCoordinate tile, string? extension = null, CancellationToken cancellationToken = default) =>
        GetTileAsync(Guard.Id(tilesetId, nameof(tilesetId)), tile, extension, cancellationToken);

    /// <summary>Downloads many tiles with concurrent requests. Each distinct tile costs 1 request.</summary>
    /// <param name="tilesetId">The id of the tileset, such as <see cref="TilesetIds.V4"/>.</param>
    /// <param name="tiles">The coordinates of the tiles, such as a <see cref="TileRange"/>. They are enumerated as needed, and duplicates are skipped.</param>
    /// <param name="extension">The <see cref="TileJson.Format"/> of the tileset, such as <c>pbf</c>; <see langword="null"/> for URLs without an extension.</param>
    /// <param name="download">The number of concurrent requests and the receiver of the progress; <see langword="null"/> for 8 requests and no receiver.</param>
    /// <param name="cancellationToken">A token that cancels the requests in progress and those not yet started.</param>
    /// <returns>One result for each distinct tile, in the order of <paramref name="tiles"/>. A failure of one tile is its <see cref="DownloadedTile.Error"/> and does not end the download.</returns>
    /// <exception cref="MapTilerException">While the tiles are enumerated: the credential, the quota or the plan does not allow the requests. The results before it were returned.</exception>
    /// <exception cref="ArgumentException"><paramref name="tilesetId"/> is empty, <c>.</c> or <c>..</c>, or <paramref name="extension"/> has characters other than ASCII letters and digits.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option of <paramref name="download"/> is out of its range.</exception>
    public virtual IAsyncEnumerable<DownloadedTile> DownloadTilesAsync(
        string tilesetId, IEnumerable<TileCoordinate> tiles, string? extension = null, TileDownloadOptions? download = null, CancellationToken cancellationToken = default)
    {
        _sender.Urls.Tile(tilesetId, default, extension); // throws for arguments that are invalid for every tile
        return TileDownload.RunAsync(tiles, (tile, token) => GetTileAsync(tilesetId, tile, extension, token), download, cancellationToken);
    }

    /// <param name="tilesetId">The UUID of your own tileset.</param>
    /// <param name="tiles">The coordinates of the tiles, such as a <see cref="TileRange"/>. They are enumerated as needed, and duplicates are skipped.</param>
    /// <param name="extension">The <see cref="TileJson.Format"/> of the tileset, such as <c>pbf</c>; <see langword="null"/> for URLs without an extension.</param>
    /// <param name="download">The number of concurrent requests and the receiver of the progress; <see langword="null"/> for 8 requests and no receiver.</param>
    /// <param name="cancellationToken">A token that cancels the requests in progress and those not yet started.</param>
    /// <inheritdoc cref="DownloadTilesAsync(string, IEnumerable{TileCoordinate}, string?, TileDownloadOptions?, CancellationToken)" path="/*[not(self::param)]"/>
    public virtual IAsyncEnumerable<DownloadedTile> DownloadTilesAsync(
        Guid tilesetId, IEnumerable<TileCoordinate> tiles, string? extension = null, TileDownloadOptions? download = null, CancellationToken cancellationToken = default) =>
        DownloadTilesAsync(Guard.Id(tilesetId, nameof(tilesetId)), tiles, extension, download, cancellationToken);

    /// <summary>Gets the TileJSON of a tileset: its format, zoom range, bounding box, attribution and layers.</summary>
    /// <param name="tilesetId">The id of the tileset, such as <see cref="TilesetIds.V4"/>.</param>
    /// <param name="cancellationToken">A token that cancels the request.</param>
    /// <exception cref="ArgumentException"><paramref name="tilesetId"/> is empty, <c>.</c> or <c>..</c>.</exception>
    /// <exception cref="MapTilerException">The request failed.</exception>
    public virtual Task<TileJson> GetTileJsonAsync(string tilesetId, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(TilesJson.Request(tilesetId), cancellationToken);

    /// <param name="tilesetId">The UUID of your own tileset.</param>
    /// <param name="cancellationToken">A token that cancels the request.</param>
    /// <inheritdoc cref="GetTileJsonAsync(string, CancellationToken)" path="/*[not(self::param)]"/>
    public virtual Task<TileJson> GetTileJsonAsync(Guid tilesetId, CancellationToken cancellationToken = default) => GetTileJsonAsync(Guard.Id(tilesetId, nameof(tilesetId)), cancellationToken);

    /// <summary>Gets the WMTS capabilities of a tileset. The URLs in the document have no credential.</summary>
    /// <param name="tilesetId">The id of the tileset, such as <see cref="TilesetIds.V4"/>.</param>
    /// <param name="cancellationToken">A token that cancels the request.</param>
    /// <exception cref="ArgumentException"><paramref name="tilesetId"/> is empty, <c>.</c> or <c>..</c>.</exception>
    /// <exception cref="MapTilerException">The request failed.</exception>
    public virtual Task<XDocument> GetWmtsCapabilitiesAsync(string tilesetId, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(ApiRequest.For(Endpoints.TilesetWmtsCapabilities, urls => urls.TilesetWmtsCapabilities(tilesetId), WmtsDocument.Read), cancellationToken);
}

/// <summary>The generated JSON serialization of <see cref="TileJson"/>.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(TileJson))]
internal sealed partial class TilesJson : JsonSerializerContext
{
    /// <summary>Describes the request for the TileJSON of a tileset.</summary>
    public static ApiRequest<TileJson> Request(string tilesetId) => ApiRequest.For(Endpoints.TileJson, urls => urls.TileJson(tilesetId), Read);

    /// <summary>Parses a TileJSON and removes credentials from the URLs in it.</summary>
    public static TileJson? Read(ReadOnlySpan<byte> body) => ResponseJson.Read<TileJson>(JsonRewriter.RemoveCredentials(body), Reading.Options);

    private static class Reading
    {
        public static readonly JsonSerializerOptions Options = ResponseJson.Options(Default, new OptionalListJsonConverter<VectorLayer>());
    }
}
