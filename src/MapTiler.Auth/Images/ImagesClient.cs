namespace MapTiler.Images;

/// <summary>Large pictures that were cut into tiles. See <see href="https://docs.maptiler.com/cloud/api/images/">the Images API</see>. Safe for concurrent use.</summary>
public class ImagesClient
{
    private readonly RequestSender _sender;

    /// <summary>Creates an instance for mocking, whose methods must be overridden.</summary>
    protected ImagesClient() => _sender = null!;

    internal ImagesClient(RequestSender sender) => _sender = sender;

    /// <summary>Gets what an image is like.</summary>
    /// <param name="imageId">The UUID of the image.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException"><paramref name="imageId"/> is empty or a dot segment.</exception>
    /// <exception cref="MapTilerException">The call failed.</exception>
    public virtual Task<ImageJson> GetAsync(string imageId, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(ApiRequest.For(Endpoints.ImageJson, urls => urls.ImageJson(imageId), ImagesJson.Read), cancellationToken);

    /// <summary>Gets one tile of an image. Its pyramid is one of pixels, not of the Earth.</summary>
    /// <param name="imageId">The UUID of the image.</param>
    /// <param name="tile">The tile, counted from the upper left corner.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The tile; <see langword="null"/> if the image has none there. Dispose it.</returns>
    /// <exception cref="ArgumentException"><paramref name="imageId"/> is empty or a dot segment.</exception>
    /// <exception cref="MapTilerException">The call failed.</exception>
    public virtual Task<MapTilerContent?> GetTileAsync(string imageId, TileCoordinate tile, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(ApiRequest.ForStream(Endpoints.ImageTile, urls => urls.ImageTile(imageId, tile)), cancellationToken);
}
