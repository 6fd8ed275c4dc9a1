namespace MapTiler.Emulator;

/// <summary><c>/tiles/{tilesId}/</c>: the page that shows a tile set.</summary>
internal sealed class TilesetViewerEndpoint(TilesetCatalogue tilesets) : ResourceEndpoint("tiles")
{
    protected override bool IsResource(string resource) => resource.Length == 0;

    protected override Answer? Respond(IncomingRequest request, string id, string resource) =>
        tilesets.Find(id) is { } tileset ? Viewer.Page(tileset.Description.Name) : null;
}
