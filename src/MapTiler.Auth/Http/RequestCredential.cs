namespace MapTiler.Authentication;

/// <summary>Puts a credential on a request just before the wire.</summary>
internal abstract class RequestCredential
{
    /// <summary>The address to send to; headers are set on the request itself.</summary>
    /// <param name="request">The request.</param>
    /// <param name="uri">Its address without credentials.</param>
    /// <param name="cancellationToken">Cancelled with the request.</param>
    public abstract ValueTask<Uri> ApplyAsync(HttpRequestMessage request, Uri uri, CancellationToken cancellationToken);

    /// <summary>Whether it proves a secret without showing it.</summary>
    public virtual bool IsSignature => false;

    /// <summary>Takes the headers off again, so that nobody above sees them.</summary>
    public virtual void Remove(HttpRequestMessage request) { }
}
