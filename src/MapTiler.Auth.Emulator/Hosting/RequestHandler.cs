namespace MapTiler.Emulator;

/// <summary>One of MapTiler's hosts: who may enter, and what is answered to those who may.</summary>
internal abstract class RequestHandler
{
    public abstract AuthorizationResult Authorize(IncomingRequest request);

    public abstract ValueTask<Response> RespondAsync(IncomingRequest request, CancellationToken cancellationToken);

    /// <summary>Charges whom it authorized. Null if that is all right, else the response that takes the place of the one that was made.</summary>
    public virtual Response? Charge(AuthorizationResult authorization, int cost) => null;
}
