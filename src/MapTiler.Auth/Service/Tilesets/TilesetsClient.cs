namespace MapTiler.Service;

/// <inheritdoc cref="ITilesetsClient"/>
internal sealed class TilesetsClient(RequestSender sender) : ITilesetsClient
{
    private const string Path = "/v1/tiles";

    public IAsyncEnumerable<Tileset> ListAsync(int? pageSize = null, CancellationToken cancellationToken = default)
    {
        Pages.CheckSize(pageSize);
        return Pages.ReadAsync<Tileset>(Endpoints.Tilesets, async (cursor, token) =>
        {
            var page = await sender.GetAsync(
                Endpoints.Tilesets, urls => urls.ServiceList(Path, cursor, pageSize), ServiceJson.Parser(ServiceJson.Default.TilesetPage), token).ConfigureAwait(false);
            return (page.Items, page.Cursor);
        }, cancellationToken);
    }

    public Task<Tileset> GetAsync(Guid documentId, CancellationToken cancellationToken = default) =>
        sender.GetAsync(Endpoints.Tileset, urls => urls.ServiceItem(Path + "/", documentId), ServiceJson.Parser(ServiceJson.Default.Tileset), cancellationToken);

    public Task<Tileset> UpdateAsync(Guid documentId, string title, string description, string? attribution, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(title, nameof(title));
        Guard.NotNull(description, nameof(description));
        var body = new TilesetMetadataBody { Title = title, Description = description, Attribution = attribution };
        return sender.SendAsync(
            Endpoints.TilesetChange, urls => urls.ServiceItem(Path + "/", documentId, "/change_metadata"),
            ServiceJson.Content(body, ServiceJson.Default.TilesetMetadataBody), ServiceJson.Parser(ServiceJson.Default.Tileset), cancellationToken);
    }

    public Task DeleteAsync(Guid documentId, CancellationToken cancellationToken = default) =>
        sender.GetAsync(Endpoints.TilesetDelete, urls => urls.ServiceItem(Path + "/", documentId), ServiceJson.Ignore, cancellationToken);
}
