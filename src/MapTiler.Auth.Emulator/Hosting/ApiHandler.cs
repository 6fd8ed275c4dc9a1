using System.Text;
using Microsoft.AspNetCore.Http;

namespace MapTiler.Emulator;

/// <summary>Replaces api.maptiler.com.</summary>
internal sealed class ApiHandler(KeyAuthenticator authenticator, QuotaRules quota, Endpoint[] endpoints) : RequestHandler
{
    private const int MaxTargetLength = 8192;
    private const string NotOnFreePlan = "Access to rendered maps not allowed";

    private static readonly Response NotFound = Response.PlainText(404, "Not found");
    private static readonly Response TooLong = Response.PlainText(414, "URI too long, the maximum is 8192 bytes");
    private static readonly Response WrongMethod = Response.PlainText(405, "Method not allowed");

    public override AuthorizationResult Authorize(IncomingRequest request)
    {
        if (request.Target.Raw.Length > MaxTargetLength)
            return new(null, TooLong);
        var endpoint = Find(request);
        var methods = endpoint?.Methods ?? Endpoint.ReadMethods;
        if (HttpMethods.IsOptions(request.Method))
            return new(null, Preflight(methods));
        if (!methods.Split(", ").Contains(request.Method))
            return new(null, WrongMethod with { Allow = methods });
        if (endpoint is { NeedsKey: false })
            return AuthorizationResult.Anonymous;
        var authorization = authenticator.Authorize(request);
        var path = request.Target.Path;
        return authorization switch
        {
            { Rejection: null, Key.Plan: EmulatedPlan.Free } when endpoint?.NeedsPaidPlan(path) == true =>
                authorization with { Rejection = RejectionImage.For(path, NotOnFreePlan) with { IsForFreePlan = true } },
            { Rejection: { Status: 403 } rejection } when endpoint?.RejectsWithImage == true =>
                authorization with { Rejection = RejectionImage.For(path, Encoding.UTF8.GetString(rejection.Body.Span)) },
            _ => authorization,
        };
    }

    public override ValueTask<Response> RespondAsync(IncomingRequest request, CancellationToken cancellationToken) => new(Respond(request));

    public Response Respond(IncomingRequest request)
    {
        try
        {
            return Revalidation.Apply(Compression.Apply(Find(request)?.Respond(request) ?? NotFound, request), request);
        }
        catch (InvalidParameterException error)
        {
            return Response.PlainText(400, error.Message);
        }
    }

    public override Response? Charge(AuthorizationResult authorization, int cost) =>
        authorization.Key is { } key && !quota.TryCharge(key, cost) ? quota.Reject() : null;

    private static Response Preflight(string methods) => new() { Status = 204, Allow = methods, CrossOrigin = new(methods, Headers: "*") };

    private Endpoint? Find(IncomingRequest request) => Array.Find(endpoints, e => e.Matches(request.Target.Path));
}
