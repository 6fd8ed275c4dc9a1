using System.Text;
using System.Text.Json;

namespace MapTiler.Emulator;

/// <summary>Stands in for service.maptiler.com: checks the token and knows no resource yet.</summary>
internal sealed class ServiceFront(CredentialStore credentials) : Front
{
    private const string Scheme = "Token ";

    private static readonly Answer Unauthorized = Error(401, "authentication", "A valid service token is required.");
    private static readonly Answer NotFound = Error(404, "not_found", "The emulator has no such resource.");

    public override Admission Admit(IncomingRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        var token = header.StartsWith(Scheme, StringComparison.Ordinal)
            ? credentials.FindToken(Encoding.UTF8.GetBytes(header[Scheme.Length..]))
            : null;
        return new(token?.Name, token is null ? Unauthorized : null);
    }

    public override Answer Respond(IncomingRequest request) => NotFound;

    private static Answer Error(int status, string type, string message)
    {
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteStartArray("errors");
            json.WriteStartObject();
            json.WriteString("type", type);
            json.WriteString("message", message);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return new() { Status = status, ContentType = Answer.JsonType, Body = body.ToArray() };
    }
}
