namespace MapTiler.StaticMaps;

/// <summary>
/// The client of the <see href="https://docs.maptiler.com/cloud/api/static-maps/">Static maps API</see>, which returns maps as images. The API is part of the paid
/// plans; each image costs 15 requests. All members are safe for concurrent use.
/// </summary>
public class StaticMapsClient
{
    private readonly RequestSender _sender;

    /// <summary>Creates an instance for mocking, whose methods must be overridden.</summary>
    protected StaticMapsClient() => _sender = null!;

    internal StaticMapsClient(RequestSender sender) => _sender = sender;

    /// <summary>Gets a map as an image.</summary>
    /// <param name="mapId">The id of the map, such as <see cref="Maps.MapIds.StreetsV4"/>, or the UUID of your own map.</param>
    /// <param name="area">A <see cref="MapView"/>, a <see cref="BoundingBox"/>, or <see cref="StaticMapArea.Auto"/> for the area of the paths and markers.</param>
    /// <param name="options">The size, format and content; <see langword="null"/> for a PNG of 1024 by 1024 pixels without paths and markers.</param>
    /// <param name="cancellationToken">A token that cancels the request.</param>
    /// <returns>The image and the number of points of each path in it. The caller must dispose it.</returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="mapId"/> is empty, <c>.</c> or <c>..</c>, or an option is out of its range or does not apply to <paramref name="area"/>.
    /// </exception>
    /// <exception cref="MapTilerException">The request failed, or the URL is too long even with the simplest form of the paths.</exception>
    public virtual Task<StaticMapImage> GetAsync(string mapId, StaticMapArea area, StaticMapOptions? options = null, CancellationToken cancellationToken = default)
    {
        StaticMapUrl? url = null;
        var content = _sender.SendAsync(ApiRequest.ForRequiredFile(Endpoints.StaticMap, urls => (url = urls.StaticMap(mapId, area, options)).Uri), cancellationToken);
        return WithPathsAsync(content, url);
    }

    private static async Task<StaticMapImage> WithPathsAsync(Task<MapTilerContent> content, StaticMapUrl? url) =>
        new(await content.ConfigureAwait(false), url!.Paths);
}

/// <summary>A map as an image.</summary>
public sealed class StaticMapImage : IDisposable
{
    /// <summary>Creates a static map from its image.</summary>
    /// <param name="content">The image. This object disposes it.</param>
    /// <param name="paths">For each path of the options, in the same order, how many of its points are in the image.</param>
    public StaticMapImage(MapTilerContent content, IReadOnlyList<PathReduction> paths)
    {
        Guard.NotNull(content, nameof(content));
        Guard.NotNull(paths, nameof(paths));
        Content = content;
        Paths = paths;
    }

    /// <summary>The image: its bytes, content type and file extension.</summary>
    public MapTilerContent Content { get; }

    /// <summary>For each path of the options, in the same order, how many of its points are in the image.</summary>
    public IReadOnlyList<PathReduction> Paths { get; }

    /// <summary>Reads all bytes of the image file.</summary>
    /// <param name="cancellationToken">A token that cancels reading.</param>
    /// <returns>The bytes of the image file.</returns>
    public Task<byte[]> ReadBytesAsync(CancellationToken cancellationToken = default) => Content.ReadBytesAsync(cancellationToken);

    /// <inheritdoc cref="MapTilerContent.SaveAsync"/>
    public Task SaveAsync(string path, CancellationToken cancellationToken = default) => Content.SaveAsync(path, cancellationToken);

    /// <summary>Disposes the image.</summary>
    public void Dispose() => Content.Dispose();

    /// <summary>Returns the content type of the image.</summary>
    public override string ToString() => Content.ContentType;
}
