namespace MapTiler.Service;

/// <summary>Replaces an API key by a new one with the same settings.</summary>
internal sealed class ApiKeyRotation(ApiKeysClient client, TimeProvider time)
{
    /// <summary>The longest delay of whole days on all platforms.</summary>
    public static readonly TimeSpan MaxGracePeriod = TimeSpan.FromDays(24);

    private static readonly TimeSpan UndoTimeout = TimeSpan.FromSeconds(10);

    public async Task<ApiKey> RunAsync(Guid keyId, Func<ApiKey, CancellationToken, Task> distributeKey, TimeSpan gracePeriod, CancellationToken cancellationToken)
    {
        var old = await client.GetAsync(keyId, cancellationToken).ConfigureAwait(false);
        var created = await Creation.RunAsync(
            () => client.CreateAsync(old.ToSettings(), CancellationToken.None),
            $"The old key {old} remains valid. A new key with that name was possibly created and only the response was lost: look for it with ListAsync.",
            time, cancellationToken).ConfigureAwait(false);
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            await distributeKey(created, cancellationToken).ConfigureAwait(false);
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
            // Another program has deleted the old key.
        }
        catch (MapTilerException e)
        {
            throw new MapTilerException(e.Reason,
                $"The new key {created} is in use, but the old key {old} could not be deleted, so both are valid. Delete the old key by its id. {e.Message}", e.StatusCode, e) { Endpoint = e.Endpoint };
        }

        return created;
    }

    private async Task UndoAsync(ApiKey old, ApiKey created, Exception cause)
    {
        using var timeout = Timeouts.Create(UndoTimeout, time); // not the token of the caller, which may be canceled
        try
        {
            await client.DeleteAsync(created.Id, timeout.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is MapTilerException or OperationCanceledException)
        {
            throw new MapTilerException((e as MapTilerException)?.Reason ?? MapTilerErrorReason.Timeout,
                $"The new key {created} could neither be distributed ({cause.GetType().Name}) nor be deleted, so it is valid in addition to the old key {old}. Delete the new key by its id. {e.Message}", innerException: cause);
        }
    }
}
