using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MapTiler.Emulator.Http;

/// <summary>Creates JSON responses, in which letters of all scripts are not escaped.</summary>
internal static class JsonResponse
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static Response Of(JsonNode json, int cost = 0, bool isCacheable = true) => Write(writer => json.WriteTo(writer), cost, isCacheable);

    public static Response Write(Action<Utf8JsonWriter> write, int cost = 0, bool isCacheable = true)
    {
        var body = new ArrayBufferWriter<byte>(2048);
        using (var json = new Utf8JsonWriter(body, Options))
            write(json);
        return Response.Json(body.WrittenMemory, cost, isCacheable);
    }
}
