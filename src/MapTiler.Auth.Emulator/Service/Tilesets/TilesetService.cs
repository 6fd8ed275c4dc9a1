using System.Text.Json;

namespace MapTiler.Emulator;

/// <summary><c>/v1/tiles</c>, but for its ingests.</summary>
internal sealed class TilesetService(AccountTilesets tilesets)
{
    public ServiceRoute[] Routes =>
    [
        new("GET", "tiles", List),
        new("GET", "tiles/*", call => Answer(tilesets.Register.Get(call.Id))),
        new("DELETE", "tiles/*", Delete),
        new("POST", "tiles/*/change_metadata", ChangeAsync),
    ];

    private Answer List(ServiceCall call)
    {
        var page = tilesets.Register.Page(call);
        return JsonAnswer.Write(
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

    private async ValueTask<Answer> ChangeAsync(ServiceCall call, CancellationToken cancellationToken)
    {
        tilesets.Register.Get(call.Id);
        var body = await call.ReadBodyAsync(cancellationToken).ConfigureAwait(false);
        return Answer(tilesets.Change(call.Id, body.RequiredText("title"), body.RequiredText("description"), body.NullableText("attribution")));
    }

    private Answer Delete(ServiceCall call)
    {
        tilesets.Delete(call.Id);
        return ServiceAnswer.Done;
    }

    private static Answer Answer(AccountTileset tileset) => JsonAnswer.Write(json => Write(json, tileset), isCacheable: false);

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
