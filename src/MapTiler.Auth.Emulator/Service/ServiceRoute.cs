using System.Globalization;
using System.Text.Json;
using MapTiler.Emulator.Endpoints;
using MapTiler.Emulator.Http;

namespace MapTiler.Emulator.Service;

/// <summary>One method of one path of the Service API.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Template">The path below <c>/v1/</c>; <c>{id}</c> matches a segment with an id.</param>
/// <param name="RespondAsync">Creates the response.</param>
internal sealed record ServiceRoute(string Method, string Template, Func<ServiceCall, CancellationToken, ValueTask<Response>> RespondAsync)
{
    public ServiceRoute(string method, string template, Func<ServiceCall, Response> respond)
        : this(method, template, (call, _) => new(respond(call)))
    {
    }

    public PathTemplate Path { get; } = new("/v1/" + Template);
}

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
        if (Parameter(name) is not { } raw)
            return otherwise;
        return int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max
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
