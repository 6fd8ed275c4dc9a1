namespace MapTiler.Emulator;

/// <summary>One method of one path of the Service API.</summary>
/// <param name="Method">The verb.</param>
/// <param name="Template">The path below <c>/v1/</c>; <c>*</c> matches a segment with an id.</param>
/// <param name="RespondAsync">Makes the response.</param>
internal sealed record ServiceRoute(string Method, string Template, Func<ServiceCall, CancellationToken, ValueTask<Response>> RespondAsync)
{
    private const string AnyId = "*";

    private readonly string[] _segments = Template.Split('/');

    public ServiceRoute(string method, string template, Func<ServiceCall, Response> respond)
        : this(method, template, (call, _) => new(respond(call)))
    {
    }

    /// <summary>Whether the path matches the template, and the id in it; null if the template has no id.</summary>
    public bool Matches(string[] path, out string? id)
    {
        id = null;
        if (path.Length != _segments.Length)
            return false;
        for (var i = 0; i < path.Length; i++)
        {
            if (_segments[i] == AnyId && path[i].Length > 0)
                id = path[i];
            else if (_segments[i] != path[i])
                return false;
        }

        return true;
    }
}
