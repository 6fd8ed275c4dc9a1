namespace MapTiler.Emulator;

/// <summary>One of MapTiler's hosts: it authorizes requests and responds to them.</summary>
internal abstract class RequestHandler
{
    public abstract AuthorizationResult Authorize(IncomingRequest request);

    public abstract ValueTask<Response> RespondAsync(IncomingRequest request, CancellationToken cancellationToken);

    /// <summary>Charges the cost to the key. Null on success, otherwise the response to send instead.</summary>
    public virtual Response? Charge(AuthorizationResult authorization, int cost) => null;
}
