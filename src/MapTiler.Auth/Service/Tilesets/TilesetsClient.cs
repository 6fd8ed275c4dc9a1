namespace MapTiler.Service;

/// <summary>The tilesets of an account. See <see href="https://docs.maptiler.com/cloud/admin-api/tilesets/">the Service API</see>. Safe for concurrent use.</summary>
/// <remarks>Every method throws <see cref="MapTilerException"/> if the call fails.</remarks>
public class TilesetsClient
{
    private readonly RequestSender _sender;

    /// <summary>Creates an instance for mocking, whose methods must be overridden.</summary>
    protected TilesetsClient() => _sender = null!;

    internal TilesetsClient(RequestSender sender) => _sender = sender;

    private const string Path = "/v1/tiles";

    /// <summary>Lists all tilesets, page by page as they are needed.</summary>
    /// <param name="pageSize">How many one request brings, 10 to 100; <see langword="null"/> for the 50 of the service.</param>
    /// <param name="cancellationToken">Cancels what has not been read.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size of a page is not between 10 and 100.</exception>
    public virtual IAsyncEnumerable<Tileset> ListAsync(int? pageSize = null, CancellationToken cancellationToken = default)
    {
        Pages.CheckSize(pageSize);
        return Pages.ReadAsync<Tileset>(Endpoints.Tilesets, async (cursor, token) =>
        {
            var page = await _sender.SendAsync(
                ApiRequest.For(Endpoints.Tilesets, urls => urls.ServiceList(Path, cursor, pageSize), ServiceJson.Parser(ServiceJson.Default.TilesetPage)),
                token).ConfigureAwait(false);
            return (page.Items, page.Cursor);
        }, cancellationToken);
    }

    /// <summary>Gets one tileset.</summary>
    /// <param name="documentId">The id of the tileset.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<Tileset> GetAsync(Guid documentId, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(
            ApiRequest.For(Endpoints.Tileset, urls => urls.ServiceItem(Path + "/", documentId), ServiceJson.Parser(ServiceJson.Default.Tileset)),
            cancellationToken);

    /// <summary>Replaces what a tileset says of itself.</summary>
    /// <param name="documentId">The id of the tileset.</param>
    /// <param name="title">The title.</param>
    /// <param name="description">The description; may be empty.</param>
    /// <param name="attribution">Whom to name, as HTML; <see langword="null"/> for nobody.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<Tileset> UpdateAsync(Guid documentId, string title, string description, string? attribution, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(title, nameof(title));
        Guard.NotNull(description, nameof(description));
        var body = new TilesetMetadataBody { Title = title, Description = description, Attribution = attribution };
        return _sender.SendAsync(
            ApiRequest.For(Endpoints.TilesetChange, urls => urls.ServiceItem(Path + "/", documentId, "/change_metadata"), ServiceJson.Parser(ServiceJson.Default.Tileset))
                with { Content = ServiceJson.Content(body, ServiceJson.Default.TilesetMetadataBody) },
            cancellationToken);
    }

    /// <summary>Deletes a tileset. Whoever asks for its tiles is told that it is gone.</summary>
    /// <param name="documentId">The id of the tileset.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task DeleteAsync(Guid documentId, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(ApiRequest.For(Endpoints.TilesetDelete, urls => urls.ServiceItem(Path + "/", documentId), ServiceJson.Ignore), cancellationToken);
}
