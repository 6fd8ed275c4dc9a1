using System.Globalization;
using System.Text.Json;

namespace MapTiler.Emulator;

/// <summary>A request to the Service API with a valid route.</summary>
internal sealed class ServiceCall(IncomingRequest request, string? id)
{
    // 10,000 parts with their ETags fit in.
    private const int MaxBodySize = 4 * 1024 * 1024;

    public IncomingRequest Request => request;

    public Guid Id => Guid.TryParseExact(id, "D", out var value) ? value : throw ServiceException.Invalid("id", "it has to be a UUID.");

    /// <summary>A query parameter, or null without it.</summary>
    public string? Parameter(string name)
    {
        var values = request.Target.Parameters.Where(p => p.Name == name).Select(p => p.Value).ToArray();
        return values.Length <= 1 ? values.FirstOrDefault() : throw ServiceException.Invalid(name, "it may be given once.");
    }

    public int Integer(string name, int otherwise, int min, int max)
    {
        if (Parameter(name) is not { } text)
            return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max
            ? value
            : throw ServiceException.Invalid(name, $"it has to be an integer from {min} to {max}.");
    }

    /// <summary>The body, which has to be a JSON object.</summary>
    public async ValueTask<JsonFields> ReadBodyAsync(CancellationToken cancellationToken)
    {
        if (request.Context.Request.ContentType?.Split(';')[0].Trim().Equals("application/json", StringComparison.OrdinalIgnoreCase) != true)
            throw new ServiceException(400, "invalid_body", "The body has to be sent as application/json.");

        var bytes = await request.ReadBodyAsync(MaxBodySize, cancellationToken).ConfigureAwait(false)
            ?? throw new ServiceException(400, "invalid_body", "The body is too large.");
        try
        {
            var body = JsonElement.Parse(bytes.Span);
            return body.ValueKind == JsonValueKind.Object
                ? new(body, "")
                : throw new ServiceException(400, "invalid_body", "The body has to be an object.");
        }
        catch (JsonException)
        {
            throw new ServiceException(400, "invalid_body", "The body is not JSON.");
        }
    }
}
