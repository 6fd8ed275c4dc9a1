namespace MapTiler.Emulator;

/// <summary>An endpoint at <c>/{service}/{id}/{resource}</c>.</summary>
internal abstract class ResourceEndpoint(string service) : Endpoint
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
