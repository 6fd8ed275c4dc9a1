using System.Text.Json.Nodes;
using MapTiler.Emulator.Http;

namespace MapTiler.Emulator.Service.Tilesets;

/// <summary><c>/v1/tiles</c>, but for its ingests.</summary>
internal sealed class TilesetService(AccountTilesets tilesets)
{
    public ServiceRoute[] Routes =>
    [
        new("GET", "tiles", List),
        new("GET", "tiles/{id}", call => ToResponse(tilesets.Register.Get(call.Id))),
        new("DELETE", "tiles/{id}", Delete),
        new("POST", "tiles/{id}/change_metadata", ChangeAsync),
    ];

    private Response List(ServiceCall call)
    {
        var page = tilesets.Register.Page(call);
        return JsonResponse.Of(
            new JsonObject { ["cursor"] = PageCursor.Write(page.Next), ["items"] = new JsonArray([.. page.Items.Select(Describe)]) },
            isCacheable: false);
    }

    private async ValueTask<Response> ChangeAsync(ServiceCall call, CancellationToken cancellationToken)
    {
        tilesets.Register.Get(call.Id);
        var body = await call.ReadBodyAsync(cancellationToken).ConfigureAwait(false);
        return ToResponse(tilesets.Change(call.Id, body.RequiredString("title"), body.RequiredString("description"), body.NullableString("attribution")));
    }

    private Response Delete(ServiceCall call)
    {
        tilesets.Delete(call.Id);
        return ServiceResponse.Done;
    }

    private static Response ToResponse(AccountTileset tileset) => JsonResponse.Of(Describe(tileset), isCacheable: false);

    private static JsonObject Describe(AccountTileset item) => new()
    {
        ["id"] = item.Id,
        ["title"] = item.Tileset.Name,
        ["description"] = item.Tileset.Description,
        ["attribution"] = item.Tileset.Attribution,
    };
}
