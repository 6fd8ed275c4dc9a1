namespace MapTiler.Emulator;

/// <summary><c>/maps/{mapId}/</c>: the page that shows a map by its raster tiles.</summary>
internal sealed class MapViewerEndpoint(MapCatalogue maps) : MapEndpoint(maps)
{
    private readonly MapCatalogue _maps = maps;

    protected override bool IsResource(string resource) => resource.Length == 0;

    protected override Answer Draw(IncomingRequest request, string mapId, string resource)
    {
        var description = _maps.Describe(mapId, null)!;
        var links = new TilesetLinks(request, "maps", mapId, null, description.Format);
        return Viewer.Show(description, links.Tiles("{z}", "{x}", "{y}{scale}"));
    }
}
