namespace MapTiler.Service;

/// <summary>Replaces a key by a new one with the same restrictions.</summary>
internal sealed class ApiKeyRotation(ApiKeysClient client, TimeProvider time)
{
    private static readonly TimeSpan UndoTimeout = TimeSpan.FromSeconds(10);

    public async Task<ApiKey> RunAsync(Guid keyId, Func<ApiKey, CancellationToken, Task> handOut, TimeSpan gracePeriod, CancellationToken cancellationToken)
    {
        var old = await client.GetAsync(keyId, cancellationToken).ConfigureAwait(false);
        var created = await CreateAsync(old, cancellationToken).ConfigureAwait(false);
        try
        {
            await handOut(created, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            await UndoAsync(old, created, e).ConfigureAwait(false);
            throw;
        }

        await Timeouts.DelayAsync(gracePeriod, time, cancellationToken).ConfigureAwait(false);
        try
        {
            await client.DeleteAsync(keyId, cancellationToken).ConfigureAwait(false);
        }
        catch (MapTilerException e) when (e.Reason == MapTilerErrorReason.NotFound || e.Reason == MapTilerErrorReason.Gone)
        {
            // Somebody else was faster.
        }
        catch (MapTilerException e)
        {
            throw new MapTilerException(e.Reason, $"The new key {created} is in use, but the old one {old} could not be deleted, so both hold. Delete the old one by its id. {e.Message}", e.StatusCode, e) { Endpoint = e.Endpoint };
        }

        return created;
    }

    private async Task<ApiKey> CreateAsync(ApiKey old, CancellationToken cancellationToken)
    {
        try
        {
            return await client.CreateAsync(old.ToSettings(), cancellationToken).ConfigureAwait(false);
        }
        catch (MapTilerException e) when (e.Reason == MapTilerErrorReason.Timeout || e.Reason == MapTilerErrorReason.ConnectionFailed)
        {
            throw new MapTilerException(e.Reason, $"The old key {old} holds. Perhaps a new one of that name was made and only the answer lost: look for it with ListAsync. {e.Message}", e.StatusCode, e) { Endpoint = e.Endpoint };
        }
    }

    private async Task UndoAsync(ApiKey old, ApiKey created, Exception cause)
    {
        using var timeout = Timeouts.Create(UndoTimeout, time); // also after the caller has cancelled
        try
        {
            await client.DeleteAsync(created.Id, timeout.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is MapTilerException or OperationCanceledException)
        {
            throw new MapTilerException((e as MapTilerException)?.Reason ?? MapTilerErrorReason.Timeout,
                $"The new key {created} could not be handed out ({cause.GetType().Name}) and not be deleted again, so it holds beside the old one {old}. Delete it by its id. {e.Message}", innerException: cause);
        }
    }
}
