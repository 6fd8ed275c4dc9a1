using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.Images;

/// <summary>
/// The client of the <see href="https://docs.maptiler.com/cloud/api/images/">Images API</see>, which provides large images as tiles. All members are safe for concurrent
/// use.
/// </summary>
public class ImagesClient
{
    private readonly RequestSender _sender;

    /// <summary>Creates an instance for mocking, whose methods must be overridden.</summary>
    protected ImagesClient() => _sender = null!;

    internal ImagesClient(RequestSender sender) => _sender = sender;

    /// <summary>Gets the description of a tiled image: its size, zoom range and attribution.</summary>
    /// <param name="imageId">The id of the image, a UUID.</param>
    /// <param name="cancellationToken">A token that cancels the request.</param>
    /// <exception cref="ArgumentException"><paramref name="imageId"/> is empty, <c>.</c> or <c>..</c>.</exception>
    /// <exception cref="MapTilerException">The request failed.</exception>
    public virtual Task<ImageJson> GetAsync(string imageId, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(ApiRequest.For(Endpoints.ImageJson, urls => urls.ImageJson(imageId), ImagesJson.Read), cancellationToken);

    /// <summary>Gets the description of a tiled image: its size, zoom range and attribution.</summary>
    /// <param name="imageId">The UUID of the image.</param>
    /// <param name="cancellationToken">A token that cancels the request.</param>
    /// <exception cref="MapTilerException">The request failed.</exception>
    public virtual Task<ImageJson> GetAsync(Guid imageId, CancellationToken cancellationToken = default) => GetAsync(Guard.Id(imageId, nameof(imageId)), cancellationToken);

    /// <summary>Gets one tile of an image. The tiles refer to the pixels of the image, not to locations on the Earth.</summary>
    /// <param name="imageId">The id of the image, a UUID.</param>
    /// <param name="tile">The coordinate of the tile: zoom, column from the left and row from the top.</param>
    /// <param name="cancellationToken">A token that cancels the request.</param>
    /// <returns>The tile, which the caller must dispose; <see langword="null"/> if the image has no such tile.</returns>
    /// <exception cref="ArgumentException"><paramref name="imageId"/> is empty, <c>.</c> or <c>..</c>.</exception>
    /// <exception cref="MapTilerException">The request failed.</exception>
    public virtual Task<MapTilerContent?> GetTileAsync(string imageId, TileCoordinate tile, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(ApiRequest.ForFile(Endpoints.ImageTile, urls => urls.ImageTile(imageId, tile)), cancellationToken);

    /// <summary>Gets one tile of an image. The tiles refer to the pixels of the image, not to locations on the Earth.</summary>
    /// <param name="imageId">The UUID of the image.</param>
    /// <param name="tile">The coordinate of the tile: zoom, column from the left and row from the top.</param>
    /// <param name="cancellationToken">A token that cancels the request.</param>
    /// <returns>The tile, which the caller must dispose; <see langword="null"/> if the image has no such tile.</returns>
    /// <exception cref="MapTilerException">The request failed.</exception>
    public virtual Task<MapTilerContent?> GetTileAsync(Guid imageId, TileCoordinate tile, CancellationToken cancellationToken = default) =>
        GetTileAsync(Guard.Id(imageId, nameof(imageId)), tile, cancellationToken);
}

/// <summary>The generated JSON serialization of <see cref="ImageJson"/>.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(ImageJson))]
internal sealed partial class ImagesJson : JsonSerializerContext
{
    public static ImageJson? Read(ReadOnlySpan<byte> body) => ResponseJson.Read<ImageJson>(body, Reading.Options);

    private static class Reading
    {
        public static readonly JsonSerializerOptions Options = ResponseJson.Options(Default);
    }
}
