namespace MapTiler.Emulator;

/// <summary><c>/tiles/{tilesId}/</c>: the page that shows a tileset, and what is in its layers.</summary>
internal sealed class TilesetViewerEndpoint(TilesetCatalog tilesets) : ResourceEndpoint("tiles")
{
    protected override bool IsResource(string resource) => resource.Length == 0;

    protected override Response? Respond(IncomingRequest request, string id, string resource) =>
        tilesets.Find(id)?.Description is { } description
            ? Viewer.Show(description, new TilesetLinks(request, "tiles", id, null, description.Format).Tiles("{z}", "{x}", "{y}"))
            : null;
}
