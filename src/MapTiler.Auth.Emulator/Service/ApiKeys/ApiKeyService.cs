using System.Text.Json.Nodes;
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
        new("GET", "api_keys/{id}", call => ToResponse(keys.Register.Get(call.Id))),
        new("DELETE", "api_keys/{id}", Delete),
        new("POST", "api_keys/{id}/change_settings", async (call, cancellationToken) =>
            ToResponse(keys.Change(call.Id, new(await call.ReadBodyAsync(cancellationToken).ConfigureAwait(false))))),
    ];

    private Response List(ServiceCall call)
    {
        var page = keys.Register.Page(call);
        return JsonResponse.Of(
            new JsonObject
            {
                ["cursor"] = PageCursor.Write(page.Next),
                ["total_count"] = page.TotalCount,
                ["items"] = new JsonArray([.. page.Items.Select(Describe)]),
            },
            isCacheable: false);
    }

    private Response Delete(ServiceCall call)
    {
        keys.Delete(call.Id);
        return ServiceResponse.Done;
    }

    private static Response ToResponse(AccountKey key) => JsonResponse.Of(Describe(key), isCacheable: false);

    private static JsonObject Describe(AccountKey item)
    {
        var settings = item.Key.Settings;
        return new()
        {
            ["id"] = item.Id,
            ["token"] = item.Key.Key,
            ["name"] = settings.Name,
            ["description"] = settings.Description,
            ["user_agent"] = settings.UserAgent,
            ["origins"] = new JsonArray([.. settings.Origins.Select(rule => JsonValue.Create(rule))]),
            ["created"] = item.Created.UtcDateTime,
            ["changed"] = item.Changed.UtcDateTime,
        };
    }
}
