using System.Text.Json;
using MapTiler.Emulator.Http;

namespace MapTiler.Emulator.Service.ApiKeys;

/// <summary><c>/v1/api_keys</c>.</summary>
internal sealed class ApiKeyService(AccountKeys keys)
{
    public ServiceRoute[] Routes =>
    [
        new("GET", "api_keys", List),
        new("POST", "api_keys", async (call, cancellationToken) =>
            ToResponse(keys.Create(new(await call.ReadBodyAsync(cancellationToken).ConfigureAwait(false))))),
        new("GET", "api_keys/*", call => ToResponse(keys.Register.Get(call.Id))),
        new("DELETE", "api_keys/*", Delete),
        new("POST", "api_keys/*/change_settings", async (call, cancellationToken) =>
            ToResponse(keys.Change(call.Id, new(await call.ReadBodyAsync(cancellationToken).ConfigureAwait(false))))),
    ];

    private Response List(ServiceCall call)
    {
        var page = keys.Register.Page(call);
        return JsonResponse.Write(
            json =>
            {
                json.WriteStartObject();
                json.WriteString("cursor", PageCursor.Write(page.Next));
                json.WriteNumber("total_count", page.TotalCount);
                json.WriteStartArray("items");
                foreach (var key in page.Items)
                    Write(json, key);
                json.WriteEndArray();
                json.WriteEndObject();
            },
            isCacheable: false);
    }

    private Response Delete(ServiceCall call)
    {
        keys.Delete(call.Id);
        return ServiceResponse.Done;
    }

    private static Response ToResponse(AccountKey key) => JsonResponse.Write(json => Write(json, key), isCacheable: false);

    private static void Write(Utf8JsonWriter json, AccountKey item)
    {
        var settings = item.Key.Settings;
        json.WriteStartObject();
        json.WriteString("id", item.Id);
        json.WriteString("token", item.Key.Key);
        json.WriteString("name", settings.Name);
        json.WriteString("description", settings.Description);
        json.WriteString("user_agent", settings.UserAgent);
        json.WriteStartArray("origins");
        foreach (var rule in settings.Origins)
            json.WriteStringValue(rule);
        json.WriteEndArray();
        json.WriteString("created", item.Created.UtcDateTime);
        json.WriteString("changed", item.Changed.UtcDateTime);
        json.WriteEndObject();
    }
}
