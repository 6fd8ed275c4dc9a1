namespace MapTiler.Emulator;

/// <summary>One path shape of the public API.</summary>
internal abstract class Endpoint
{
    /// <summary>The methods of endpoints that only read.</summary>
    public const string ReadMethods = "GET, HEAD, OPTIONS";

    public virtual bool NeedsKey => true;

    /// <summary>Whether a request that is rejected gets its reason as an image.</summary>
    public virtual bool RejectsWithImage => false;

    /// <summary>Whether the resource at a path, still percent-encoded, is for paid plans only.</summary>
    public virtual bool NeedsPaidPlan(string rawPath) => false;

    /// <summary>The methods that it allows, as the header <c>Allow</c> lists them.</summary>
    public virtual string Methods => ReadMethods;

    /// <summary>Whether the path, still percent-encoded, has this endpoint's shape.</summary>
    public abstract bool Matches(string rawPath);

    /// <summary>The response, or null where nothing is found.</summary>
    public abstract Response? Respond(IncomingRequest request);
}
