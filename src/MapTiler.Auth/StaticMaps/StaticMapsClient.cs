namespace MapTiler.StaticMaps;

/// <summary>
/// Maps as pictures. See <see href="https://docs.maptiler.com/cloud/api/static-maps/">the Static maps API</see>: paid plans only, 15
/// requests each. Safe for concurrent use.
/// </summary>
public class StaticMapsClient
{
    private readonly RequestSender _sender;

    /// <summary>Creates an instance for mocking, whose methods must be overridden.</summary>
    protected StaticMapsClient() => _sender = null!;

    internal StaticMapsClient(RequestSender sender) => _sender = sender;

    /// <summary>Gets a map as a picture.</summary>
    /// <param name="mapId">The id of the map, such as <see cref="Maps.MapIds.StreetsV4"/>, or the UUID of one of your own.</param>
    /// <param name="area">A <see cref="MapView"/>, a <see cref="BoundingBox"/>, or <see cref="StaticMapArea.Auto"/>.</param>
    /// <param name="options">Size, format and content; by default a PNG of 1024 by 1024 pixels.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The picture, and how many points of each path are in it. Dispose it.</returns>
    /// <exception cref="ArgumentException">The id is empty or a dot segment, or an option is out of its range or does not fit the area.</exception>
    /// <exception cref="MapTilerException">The call failed, or the address is too long even with the paths at their shortest.</exception>
    public virtual Task<StaticMapImage> GetAsync(string mapId, StaticMapArea area, StaticMapOptions? options = null, CancellationToken cancellationToken = default)
    {
        StaticMapUrl? url = null;
        var content = _sender.SendAsync(ApiRequest.ForRequiredStream(Endpoints.StaticMap, urls => (url = urls.StaticMap(mapId, area, options)).Uri), cancellationToken);
        return WithPathsAsync(content, url);
    }

    private static async Task<StaticMapImage> WithPathsAsync(Task<MapTilerContent> content, StaticMapUrl? url) =>
        new(await content.ConfigureAwait(false), url!.Paths);
}
