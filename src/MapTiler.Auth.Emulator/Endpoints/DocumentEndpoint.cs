namespace MapTiler.Emulator;

/// <summary>An endpoint at <c>/{service}/{query}.json</c>, where the query is one segment.</summary>
internal abstract class DocumentEndpoint(string service) : Endpoint
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
