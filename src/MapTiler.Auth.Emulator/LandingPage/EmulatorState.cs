using System.Text.Json;
using MapTiler.Emulator.Http;

namespace MapTiler.Emulator.LandingPage;

/// <summary>What the landing page shows: keys by their names, and the last requests.</summary>
internal sealed class EmulatorState(MapTilerEmulator emulator, TimeProvider time)
{
    private const int LastRequests = 50;
    private const int LongestTarget = 400;

    public Response Describe() => JsonResponse.Write(Write, isCacheable: false);

    private void Write(Utf8JsonWriter json)
    {
        var requests = emulator.Requests;
        json.WriteStartObject();
        json.WriteString("now", time.GetUtcNow());
        json.WriteString("address", emulator.BaseAddress.OriginalString);
        json.WriteString("serviceAddress", emulator.ServiceBaseAddress.OriginalString);
        json.WriteNumber("total", requests.TotalCount);
        json.WriteNumber("faults", emulator.Faults.Count);
        json.WriteStartArray("keys");
        foreach (var key in emulator.Keys)
            WriteKey(json, key);
        json.WriteEndArray();
        json.WriteStartArray("requests");
        foreach (var request in requests.Last(LastRequests))
            WriteRequest(json, request);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteKey(Utf8JsonWriter json, EmulatedKey key)
    {
        json.WriteStartObject();
        json.WriteString("name", key.Name);
        json.WriteString("status", key.Status.ToString());
        json.WriteString("plan", key.Plan.ToString());
        json.WriteStartArray("origins");
        foreach (var origin in key.Origins)
            json.WriteStringValue(origin);
        json.WriteEndArray();
        json.WriteString("userAgent", key.UserAgent);
        json.WriteNumber("used", emulator.GetUsedRequests(key));
        if (key.RequestLimit is { } limit)
            json.WriteNumber("limit", limit);
        json.WriteEndObject();
    }

    private static void WriteRequest(Utf8JsonWriter json, RecordedRequest request)
    {
        var target = request.Target;
        json.WriteStartObject();
        json.WriteString("time", request.Timestamp);
        json.WriteString("method", request.Method);
        json.WriteString("target", target.Length > LongestTarget ? $"{target[..LongestTarget]}…" : target);
        if (request.StatusCode is { } status)
            json.WriteNumber("status", status);
        json.WriteString("key", request.KeyName);
        json.WriteNumber("cost", request.Cost);
        if (request.Duration is { } duration)
            json.WriteNumber("milliseconds", Math.Round(duration.TotalMilliseconds, 1));
        json.WriteEndObject();
    }
}
