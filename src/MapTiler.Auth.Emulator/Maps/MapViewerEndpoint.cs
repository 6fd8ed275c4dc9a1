namespace MapTiler.Emulator;

/// <summary><c>/maps/{mapId}/</c>: the page that shows a map by its raster tiles.</summary>
internal sealed class MapViewerEndpoint(MapCatalog maps) : MapEndpoint(maps)
{
    private readonly MapCatalog _maps = maps;

    protected override bool IsResource(string resource) => resource.Length == 0;

    protected override Response Draw(IncomingRequest request, string mapId, string resource)
    {
        var description = _maps.Describe(mapId, null)!;
        var links = new TilesetLinks(request, "maps", mapId, null, description.Format);
        return Viewer.Show(description, links.Tiles("{z}", "{x}", "{y}{scale}"));
    }
}
