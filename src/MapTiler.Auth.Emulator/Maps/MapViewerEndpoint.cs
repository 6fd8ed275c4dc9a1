using System.Net;
using System.Text;

namespace MapTiler.Emulator;

/// <summary>The page that shows a map; here it only names it.</summary>
internal sealed class ViewerEndpoint(MapCatalogue maps) : MapEndpoint(maps)
{
    protected override bool IsResource(string resource) => resource.Length == 0;

    protected override Answer Respond(IncomingRequest request, string mapId, string resource)
    {
        var name = WebUtility.HtmlEncode(mapId);
        return new()
        {
            Status = 200,
            ContentType = "text/html; charset=utf-8",
            IsCacheable = true,
            Body = Encoding.UTF8.GetBytes($"<!DOCTYPE html><html lang=\"en\"><head><title>{name}</title></head><body><h1>{name}</h1></body></html>"),
        };
    }
}
