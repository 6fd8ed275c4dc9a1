namespace MapTiler.Service;

/// <summary>
/// Manages the tilesets of an account. It is safe for concurrent use.
/// See <see href="https://docs.maptiler.com/cloud/admin-api/tilesets/">the tilesets in the Service API</see>.
/// </summary>
/// <remarks>Every method throws <see cref="MapTilerException"/> if a request fails.</remarks>
public class TilesetsClient
{
    private const string Path = "/v1/tiles";

    private readonly RequestSender _sender;

    /// <summary>Creates an instance for mocking, whose methods must be overridden.</summary>
    protected TilesetsClient() => _sender = null!;

    internal TilesetsClient(RequestSender sender) => _sender = sender;

    /// <summary>Lists all tilesets of the account. A page is requested when the tilesets of the previous one have been read.</summary>
    /// <param name="pageSize">The maximum number of tilesets in one response, 10 to 100; <see langword="null"/> for the default of the service, 50.</param>
    /// <param name="cancellationToken">Cancels the requests for further pages.</param>
    /// <returns>The tilesets in the order of the service.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The page size is not between 10 and 100.</exception>
    /// <exception cref="MapTilerException">A request failed; the tilesets of the pages before it have been returned.</exception>
    public virtual IAsyncEnumerable<Tileset> ListAsync(int? pageSize = null, CancellationToken cancellationToken = default)
    {
        Pages.CheckSize(pageSize);
        return Pages.ReadAsync<Tileset>(Endpoints.Tilesets, async (cursor, token) =>
        {
            var page = await _sender.SendAsync(
                ApiRequest.For(Endpoints.Tilesets, urls => urls.ServiceList(Path, cursor, pageSize), ServiceJson.Read<ServicePage<Tileset>>),
                token).ConfigureAwait(false);
            return (page.Items, page.Cursor);
        }, cancellationToken);
    }

    /// <summary>Gets one tileset by its id.</summary>
    /// <param name="tilesetId">The id of the tileset.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The tileset with its metadata.</returns>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    /// <exception cref="MapTilerException">The request failed, or there is no such tileset.</exception>
    public virtual Task<Tileset> GetAsync(Guid tilesetId, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(
            ApiRequest.For(Endpoints.Tileset, urls => urls.ServiceItem(Path + "/", Guard.Id(tilesetId, nameof(tilesetId))), ServiceJson.Read<Tileset>),
            cancellationToken);

    /// <summary>Replaces all metadata of a tileset.</summary>
    /// <param name="tilesetId">The id of the tileset.</param>
    /// <param name="metadata">All metadata of the tileset. <see cref="Tileset.ToMetadata"/> copies the present ones.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The tileset with its new metadata.</returns>
    /// <exception cref="ArgumentException">The id is empty, or the metadata have no title or no description.</exception>
    /// <exception cref="MapTilerException">The request failed, or there is no such tileset.</exception>
    public virtual Task<Tileset> UpdateAsync(Guid tilesetId, TilesetMetadata metadata, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(metadata, nameof(metadata));
        return _sender.SendAsync(
            ApiRequest.For(Endpoints.TilesetChange, urls => urls.ServiceItem(Path + "/", Guard.Id(tilesetId, nameof(tilesetId)), "/change_metadata"), ServiceJson.Read<Tileset>)
                with { Content = metadata.ToContent(nameof(metadata)) },
            cancellationToken);
    }

    /// <summary>Deletes a tileset. MapTiler responds to requests for its tiles with status 410 from then on.</summary>
    /// <param name="tilesetId">The id of the tileset.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>A task that completes when the tileset is deleted.</returns>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    /// <exception cref="MapTilerException">The request failed, or there is no such tileset.</exception>
    public virtual Task DeleteAsync(Guid tilesetId, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(ApiRequest.For(Endpoints.TilesetDelete, urls => urls.ServiceItem(Path + "/", Guard.Id(tilesetId, nameof(tilesetId))), ServiceJson.Ignore), cancellationToken);
}
