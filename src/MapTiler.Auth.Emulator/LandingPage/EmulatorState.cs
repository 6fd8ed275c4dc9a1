using System.Text.Json.Nodes;
using MapTiler.Emulator.Http;

namespace MapTiler.Emulator.LandingPage;

/// <summary>What the landing page shows: keys by their names, and the last requests.</summary>
internal sealed class EmulatorState(MapTilerEmulator emulator, TimeProvider time)
{
    private const int LastRequests = 50;
    private const int LongestTarget = 400;

    public Response Describe()
    {
        var requests = emulator.Requests;
        return JsonResponse.Of(
            new JsonObject
            {
                ["now"] = time.GetUtcNow(),
                ["url"] = emulator.BaseAddress.OriginalString,
                ["serviceUrl"] = emulator.ServiceBaseAddress.OriginalString,
                ["total"] = requests.TotalCount,
                ["faults"] = emulator.Faults.Count,
                ["keys"] = new JsonArray([.. emulator.Keys.Select(Describe)]),
                ["requests"] = new JsonArray([.. requests.Last(LastRequests).Select(Describe)]),
            },
            isCacheable: false);
    }

    private JsonObject Describe(EmulatedKey key)
    {
        var description = new JsonObject
        {
            ["name"] = key.Name,
            ["status"] = key.Status.ToString(),
            ["plan"] = key.Plan.ToString(),
            ["origins"] = new JsonArray([.. key.Origins.Select(origin => JsonValue.Create(origin))]),
            ["userAgent"] = key.UserAgent,
            ["used"] = emulator.GetUsedRequests(key),
        };
        if (key.RequestLimit is { } limit)
            description["limit"] = limit;
        return description;
    }

    private static JsonObject Describe(RecordedRequest request)
    {
        var target = request.Target;
        var description = new JsonObject
        {
            ["time"] = request.Timestamp,
            ["method"] = request.Method,
            ["target"] = target.Length > LongestTarget ? $"{target[..LongestTarget]}…" : target,
            ["key"] = request.KeyName,
            ["cost"] = request.Cost,
        };
        if (request.StatusCode is { } status)
            description["status"] = status;
        if (request.Duration is { } duration)
            description["milliseconds"] = Math.Round(duration.TotalMilliseconds, 1);
        return description;
    }
}
