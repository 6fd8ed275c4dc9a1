using MapTiler.Emulator.Http;

namespace MapTiler.Emulator.Endpoints;

/// <summary>One path shape of the public API.</summary>
internal abstract class ApiEndpoint
{
    /// <summary>The methods of endpoints that only read.</summary>
    public const string ReadMethods = "GET, HEAD, OPTIONS";

    public virtual bool NeedsKey => true;

    /// <summary>Whether the response to a rejected request is an image with the reason.</summary>
    public virtual bool RejectsWithImage => false;

    /// <summary>Whether the resource at a path, still percent-encoded, is for paid plans only.</summary>
    public virtual bool NeedsPaidPlan(string rawPath) => false;

    /// <summary>The allowed methods, in the format of the header <c>Allow</c>.</summary>
    public virtual string Methods => ReadMethods;

    /// <summary>Whether the endpoint responds to the path, which is still percent-encoded.</summary>
    public abstract bool Matches(string rawPath);

    /// <summary>The response, or null if nothing is found.</summary>
    public abstract Response? Respond(IncomingRequest request);
}

/// <summary>An endpoint at <c>/{service}/{query}.json</c>, where the query is one segment.</summary>
internal abstract class DocumentEndpoint(string service) : ApiEndpoint
{
    private const string Suffix = ".json";

    private readonly string _prefix = $"/{service}/";

    public override bool Matches(string rawPath) =>
        rawPath.Length >= _prefix.Length + Suffix.Length
        && rawPath.StartsWith(_prefix, StringComparison.Ordinal)
        && rawPath.EndsWith(Suffix, StringComparison.Ordinal)
        && rawPath.IndexOf('/', _prefix.Length) < 0;

    public override Response? Respond(IncomingRequest request) =>
        Respond(request, request.Target.Path[_prefix.Length..^Suffix.Length]);

    /// <param name="request">The request.</param>
    /// <param name="question">Still percent-encoded.</param>
    protected abstract Response Respond(IncomingRequest request, string question);
}

/// <summary>An endpoint at <c>/{service}/{id}/{resource}</c>.</summary>
internal abstract class ResourceEndpoint(string service) : ApiEndpoint
{
    private readonly string _prefix = $"/{service}/";

    public override bool Matches(string rawPath) => TrySplit(rawPath, out _, out var resource) && IsResource(resource);

    public override Response? Respond(IncomingRequest request)
    {
        TrySplit(request.Target.Path, out var id, out var resource);
        return Respond(request, id, resource);
    }

    /// <summary>Whether the endpoint responds to this resource, which is decoded, for any id.</summary>
    protected abstract bool IsResource(string resource);

    /// <summary>The response, or null for an unknown id.</summary>
    protected abstract Response? Respond(IncomingRequest request, string id, string resource);

    protected bool TrySplit(string rawPath, out string id, out string resource)
    {
        var slash = rawPath.StartsWith(_prefix, StringComparison.Ordinal) ? rawPath.IndexOf('/', _prefix.Length) : -1;
        id = slash < 0 ? "" : Uri.UnescapeDataString(rawPath[_prefix.Length..slash]);
        resource = slash < 0 ? "" : Uri.UnescapeDataString(rawPath[(slash + 1)..]);
        return slash >= 0;
    }
}
