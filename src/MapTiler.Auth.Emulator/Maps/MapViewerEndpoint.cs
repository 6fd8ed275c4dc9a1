namespace MapTiler.Emulator;

/// <summary><c>/maps/{mapId}/</c>: the page that shows a map.</summary>
internal sealed class MapViewerEndpoint(MapCatalogue maps) : MapEndpoint(maps)
{
    protected override bool IsResource(string resource) => resource.Length == 0;

    protected override Answer Draw(IncomingRequest request, string mapId, string resource) => Viewer.Page(mapId);
}
