namespace MapTiler.Images;

/// <inheritdoc cref="IImagesClient"/>
internal sealed class ImagesClient(RequestSender sender) : IImagesClient
{
    public Task<ImageJson> GetAsync(string imageId, CancellationToken cancellationToken = default) =>
        sender.GetAsync(Endpoints.ImageJson, urls => urls.ImageJson(imageId), ImagesJson.Read, cancellationToken);

    public Task<MapTilerContent?> GetTileAsync(string imageId, TileCoordinate tile, CancellationToken cancellationToken = default) =>
        sender.OpenAsync(Endpoints.ImageTile, urls => urls.ImageTile(imageId, tile), cancellationToken);
}
