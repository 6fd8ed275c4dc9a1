namespace MapTiler.StaticMaps;

/// <inheritdoc cref="IStaticMapsClient"/>
internal sealed class StaticMapsClient(RequestSender sender) : IStaticMapsClient
{
    public Task<StaticMapImage> GetAsync(string mapId, StaticMapArea area, StaticMapOptions? options = null, CancellationToken cancellationToken = default)
    {
        StaticMapUrl? url = null;
        var content = sender.OpenRequiredAsync(Endpoints.StaticMap, urls => (url = urls.StaticMap(mapId, area, options)).Uri, cancellationToken);
        return WithPathsAsync(content, url);
    }

    private static async Task<StaticMapImage> WithPathsAsync(Task<MapTilerContent> content, StaticMapUrl? url) =>
        new(await content.ConfigureAwait(false), url!.Paths);
}
