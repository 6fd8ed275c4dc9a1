using System.Text;
using MapTiler.Emulator.Endpoints;
using MapTiler.Emulator.Http;
using MapTiler.Emulator.Tiles;
using MapTiler.Emulator.Viewers;

namespace MapTiler.Emulator.Maps;

/// <summary>An endpoint at <c>/maps/{mapId}/{resource}</c>. An unknown map is not found, whatever the resource is.</summary>
internal abstract class MapEndpoint(MapCatalog maps) : ResourceEndpoint("maps")
{
    protected MapCatalog Maps => maps;

    protected override Response? Respond(IncomingRequest request, string id, string resource) =>
        maps.Contains(id) ? Draw(request, id, resource) : null;

    protected abstract Response Draw(IncomingRequest request, string mapId, string resource);
}

/// <summary><c>/maps/{mapId}/style.json</c>: the style of a map.</summary>
internal sealed class StyleEndpoint(MapCatalog maps) : MapEndpoint(maps)
{
    private readonly MapStyles _styles = maps.Styles;

    protected override bool IsResource(string resource) => resource == "style.json";

    protected override Response Draw(IncomingRequest request, string mapId, string resource) =>
        Response.Json(Encoding.UTF8.GetBytes(_styles.Get(mapId, request.BaseUrl, request.KeyQuery)));
}

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
