namespace MapTiler;

public sealed partial class MapTilerUrlBuilder
{
    /// <summary>
    /// The page that shows a map in a browser or an <c>iframe</c>, such as
    /// <c>https://api.maptiler.com/maps/streets-v4/?key=...#1.0/0.00000/0.00000</c>.
    /// </summary>
    /// <param name="mapId">The id of the map, such as <c>streets-v4</c>, or the UUID of one of your own.</param>
    /// <param name="view">What the map shows at first; by default what its author chose.</param>
    /// <exception cref="ArgumentException"><paramref name="mapId"/> is empty or a dot segment.</exception>
    public Uri MapViewer(string mapId, MapView? view = null)
    {
        var url = Write(stackalloc char[UrlWriter.InitialLength]);
        url.Literal("/maps/");
        url.Segment(mapId, nameof(mapId));
        url.Literal('/');
        return Finish(ref url, view?.ToString());
    }

    /// <summary>
    /// The <see href="https://docs.maptiler.com/cloud/api/maps/">style JSON</see> of a map, which MapLibre and others draw.
    /// </summary>
    /// <param name="mapId">The id of the map, such as <c>streets-v4</c>, or the UUID of one of your own.</param>
    /// <exception cref="ArgumentException"><paramref name="mapId"/> is empty or a dot segment.</exception>
    public Uri StyleJson(string mapId)
    {
        var url = Write(stackalloc char[UrlWriter.InitialLength]);
        url.Literal("/maps/");
        url.Segment(mapId, nameof(mapId));
        url.Literal("/style.json");
        return Finish(ref url);
    }
}
