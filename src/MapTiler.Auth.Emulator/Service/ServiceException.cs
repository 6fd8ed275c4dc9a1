using System.Text.Json;
using MapTiler.Emulator.Http;

namespace MapTiler.Emulator.Service;

/// <summary>An error response of the Service API.</summary>
internal sealed class ServiceException(int status, string type, string message) : Exception(message)
{
    public static ServiceException NotFound() => new(404, "not_found", "There is no such resource.");

    public static ServiceException Gone() => new(410, "gone", "The resource is no longer available.");

    public static ServiceException Forbidden(string message) => new(403, "forbidden", message);

    public static ServiceException Invalid(string parameter, string rule) =>
        new(400, "invalid_parameter", $"Invalid parameter {parameter}: {rule}");

    public Response ToResponse() => JsonResponse.Write(Write, isCacheable: false) with { Status = status };

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        WriteErrors(json, type, Message);
        json.WriteEndObject();
    }

    /// <summary>The list of errors as a field of an object.</summary>
    public static void WriteErrors(Utf8JsonWriter json, string type, string message)
    {
        json.WriteStartArray("errors");
        json.WriteStartObject();
        json.WriteString("type", type);
        json.WriteString("message", message);
        json.WriteEndObject();
        json.WriteEndArray();
    }
}

/// <summary>Responses that all parts of the Service API share.</summary>
internal static class ServiceResponse
{
    /// <summary>The response to a deletion, for which no body is documented.</summary>
    public static Response Done { get; } = Response.Json("{}"u8.ToArray(), isCacheable: false);
}
