using System.Text.Json;
using MapTiler.Emulator.Http;

namespace MapTiler.Emulator.Service.Tilesets;

/// <summary><c>/v1/tiles</c>, but for its ingests.</summary>
internal sealed class TilesetService(AccountTilesets tilesets)
{
    public ServiceRoute[] Routes =>
    [
        new("GET", "tiles", List),
        new("GET", "tiles/*", call => ToResponse(tilesets.Register.Get(call.Id))),
        new("DELETE", "tiles/*", Delete),
        new("POST", "tiles/*/change_metadata", ChangeAsync),
    ];

    private Response List(ServiceCall call)
    {
        var page = tilesets.Register.Page(call);
        return JsonResponse.Write(
            json =>
            {
                json.WriteStartObject();
                json.WriteString("cursor", PageCursor.Write(page.Next));
                json.WriteStartArray("items");
                foreach (var tileset in page.Items)
                    Write(json, tileset);
                json.WriteEndArray();
                json.WriteEndObject();
            },
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

    private static Response ToResponse(AccountTileset tileset) => JsonResponse.Write(json => Write(json, tileset), isCacheable: false);

    private static void Write(Utf8JsonWriter json, AccountTileset item)
    {
        json.WriteStartObject();
        json.WriteString("id", item.Id);
        json.WriteString("title", item.Tileset.Name);
        json.WriteString("description", item.Tileset.Description);
        json.WriteString("attribution", item.Tileset.Attribution);
        json.WriteEndObject();
    }
}
