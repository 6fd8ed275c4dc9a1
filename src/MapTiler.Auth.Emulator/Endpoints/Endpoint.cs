namespace MapTiler.Emulator;

/// <summary>One path shape of the public API.</summary>
internal abstract class Endpoint
{
    public virtual bool NeedsKey => true;

    /// <summary>Whether the path, still percent-encoded, has this endpoint's shape.</summary>
    public abstract bool Matches(string rawPath);

    /// <summary>The answer, or null where nothing is found.</summary>
    public abstract Answer? Respond(IncomingRequest request);
}
