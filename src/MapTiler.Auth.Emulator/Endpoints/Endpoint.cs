namespace MapTiler.Emulator;

/// <summary>One path shape of the public API.</summary>
internal abstract class Endpoint
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
