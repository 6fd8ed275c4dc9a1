using System.Text;
using Microsoft.AspNetCore.Http;

namespace MapTiler.Emulator;

/// <summary>Stands in for api.maptiler.com.</summary>
internal sealed class ApiFront(KeyAuthenticator authenticator, QuotaRules quota, Endpoint[] endpoints) : Front
{
    private const int MaxTargetLength = 8192;
    private const string NotOnFreePlan = "Access to rendered maps not allowed";

    private static readonly Answer NotFound = Answer.Text(404, "Not found");
    private static readonly Answer TooLong = Answer.Text(414, "URI too long, the maximum is 8192 bytes");
    private static readonly Answer WrongMethod = Answer.Text(405, "Method not allowed");

    public override Admission Admit(IncomingRequest request)
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
            return Admission.Free;
        var admission = authenticator.Admit(request);
        var path = request.Target.Path;
        return admission switch
        {
            { Refusal: null, Key.Plan: EmulatedPlan.Free } when endpoint?.NeedsPaidPlan(path) == true =>
                admission with { Refusal = RefusedImage.For(path, NotOnFreePlan) with { IsForFreePlan = true } },
            { Refusal: { Status: 403 } refusal } when endpoint?.RejectsWithImage == true =>
                admission with { Refusal = RefusedImage.For(path, Encoding.UTF8.GetString(refusal.Body.Span)) },
            _ => admission,
        };
    }

    public override ValueTask<Answer> RespondAsync(IncomingRequest request, CancellationToken cancellationToken) => new(Respond(request));

    public Answer Respond(IncomingRequest request)
    {
        try
        {
            return Revalidation.Apply(Compression.Apply(Find(request)?.Respond(request) ?? NotFound, request), request);
        }
        catch (InvalidParameterException error)
        {
            return Answer.Text(400, error.Message);
        }
    }

    public override Answer? Charge(Admission admission, int cost) =>
        admission.Key is { } key && !quota.TryCharge(key, cost) ? quota.Refuse() : null;

    private static Answer Preflight(string methods) => new() { Status = 204, Allow = methods, CrossOrigin = new(methods, Headers: "*") };

    private Endpoint? Find(IncomingRequest request) => Array.Find(endpoints, e => e.Matches(request.Target.Path));
}
