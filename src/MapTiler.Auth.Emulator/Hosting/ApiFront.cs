using Microsoft.AspNetCore.Http;

namespace MapTiler.Emulator;

/// <summary>Stands in for api.maptiler.com.</summary>
internal sealed class ApiFront(KeyAuthenticator authenticator, Endpoint[] endpoints) : Front
{
    private const int MaxTargetLength = 8192;

    private static readonly Answer NotFound = Answer.Text(404, "Not found");
    private static readonly Answer TooLong = Answer.Text(414, "URI too long, the maximum is 8192 bytes");
    private static readonly Answer Preflight = new() { Status = 204, Allow = "GET, HEAD, OPTIONS" };
    private static readonly Answer WrongMethod = new()
    {
        Status = 405,
        Allow = Preflight.Allow,
        ContentType = Answer.TextType,
        Body = "Method not allowed"u8.ToArray(),
    };

    public override Admission Admit(IncomingRequest request)
    {
        if (request.Target.Raw.Length > MaxTargetLength)
            return new(null, TooLong);
        if (HttpMethods.IsOptions(request.Method))
            return new(null, Preflight);
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
            return new(null, WrongMethod);

        return Find(request) is { NeedsKey: false } ? Admission.Free : authenticator.Admit(request);
    }

    public override ValueTask<Answer> RespondAsync(IncomingRequest request, CancellationToken cancellationToken) => new(Respond(request));

    private Answer Respond(IncomingRequest request)
    {
        try
        {
            return Revalidation.Apply(Find(request)?.Respond(request) ?? NotFound, request);
        }
        catch (InvalidParameterException error)
        {
            return Answer.Text(400, error.Message);
        }
    }

    private Endpoint? Find(IncomingRequest request) => Array.Find(endpoints, e => e.Matches(request.Target.Path));
}
