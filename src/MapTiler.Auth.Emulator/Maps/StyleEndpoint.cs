using System.Text;

namespace MapTiler.Emulator;

/// <summary><c>/maps/{mapId}/style.json</c>: the style of a map.</summary>
internal sealed class StyleEndpoint(MapCatalog maps) : MapEndpoint(maps)
{
    private readonly MapStyles _styles = maps.Styles;

    protected override bool IsResource(string resource) => resource == "style.json";

    protected override Response Draw(IncomingRequest request, string mapId, string resource) =>
        Response.Json(Encoding.UTF8.GetBytes(_styles.Get(mapId, request.BaseUrl, request.KeyQuery)));
}
