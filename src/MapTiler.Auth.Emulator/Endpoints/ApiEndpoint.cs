using MapTiler.Emulator.Http;

namespace MapTiler.Emulator.Endpoints;

/// <summary>The resources of the public API at paths of one form.</summary>
internal abstract class ApiEndpoint(params string[] templates)
{
    /// <summary>The methods of endpoints that only read.</summary>
    public const string ReadMethods = "GET, HEAD, OPTIONS";

    private readonly PathTemplate[] _templates = Array.ConvertAll(templates, template => new PathTemplate(template));

    public virtual bool NeedsKey => true;

    /// <summary>Whether the response to a rejected request is an image with the reason.</summary>
    public virtual bool RejectsWithImage => false;

    /// <summary>Whether the resource at a path, still percent-encoded, is for paid plans only.</summary>
    public virtual bool NeedsPaidPlan(string rawPath) => false;

    /// <summary>The allowed methods, in the format of the header <c>Allow</c>.</summary>
    public virtual string Methods => ReadMethods;

    /// <summary>Whether the endpoint responds to the path, which is still percent-encoded.</summary>
    public virtual bool Matches(string rawPath) => Array.Exists(_templates, template => template.IsMatch(rawPath));

    /// <summary>The response, or null if nothing is found.</summary>
    public abstract Response? Respond(IncomingRequest request);
}

/// <summary>An endpoint at <c>/{service}/{query}.json</c>.</summary>
internal abstract class DocumentEndpoint(string template) : ApiEndpoint(template)
{
    private readonly PathTemplate _template = new(template);

    public override Response? Respond(IncomingRequest request) => Respond(request, _template.Match(request.Target.Path)!["query"].Value);

    /// <param name="request">The request.</param>
    /// <param name="query">The value of the placeholder, still percent-encoded.</param>
    protected abstract Response Respond(IncomingRequest request, string query);
}

/// <summary>An endpoint at <c>/{service}/{id}/{resource}</c>.</summary>
internal abstract class ResourceEndpoint(string service) : ApiEndpoint
{
    private readonly PathTemplate _template = new($"/{service}/{{id?}}/{{*resource}}");

    public override bool Matches(string rawPath) => Read(rawPath) is var (_, resource) && IsResource(resource);

    public override Response? Respond(IncomingRequest request) => Read(request.Target.Path) is var (id, resource) ? Respond(request, id, resource) : null;

    /// <summary>Whether the endpoint responds to this resource, which is decoded, for any id.</summary>
    protected abstract bool IsResource(string resource);

    /// <summary>The response, or null for an unknown id.</summary>
    protected abstract Response? Respond(IncomingRequest request, string id, string resource);

    /// <summary>The decoded id and resource of a path, which is still percent-encoded; null if the path does not match.</summary>
    protected (string Id, string Resource)? Read(string rawPath) =>
        _template.Match(rawPath) is { } values ? (Uri.UnescapeDataString(values["id"].Value), Uri.UnescapeDataString(values["resource"].Value)) : null;
}
