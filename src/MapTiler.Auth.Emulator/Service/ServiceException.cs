using System.Text.Json.Nodes;
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

    public Response ToResponse() => JsonResponse.Of(new JsonObject { ["errors"] = Errors(type, Message) }, isCacheable: false) with { Status = status };

    /// <summary>The list of errors, which is a field of other responses too.</summary>
    public static JsonArray Errors(string type, string message) => [new JsonObject { ["type"] = type, ["message"] = message }];
}

/// <summary>Responses that all parts of the Service API share.</summary>
internal static class ServiceResponse
{
    /// <summary>The response to a deletion, for which no body is documented.</summary>
    public static Response Done { get; } = Response.Json("{}"u8.ToArray(), isCacheable: false);
}
