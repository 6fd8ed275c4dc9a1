using System.Text;

namespace MapTiler.Emulator;

/// <summary><c>/maps/{mapId}/style.json</c>: the style of a map.</summary>
internal sealed class StyleEndpoint(MapCatalogue maps) : MapEndpoint(maps)
{
    private readonly MapStyles _styles = maps.Styles;

    protected override bool IsResource(string resource) => resource == "style.json";

    protected override Answer Draw(IncomingRequest request, string mapId, string resource) =>
        Answer.Json(Encoding.UTF8.GetBytes(_styles.Get(mapId, request.BaseUrl, request.KeyQuery)));
}
