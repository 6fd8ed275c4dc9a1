namespace MapTiler.Service;

/// <summary>Replaces a key.</summary>
public static class ApiKeyRotation
{
    private static readonly TimeSpan UndoTimeout = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Replaces a key by a new one with the same restrictions: makes the new one, hands it out, waits, deletes the old one. At no moment
    /// are both lost: if the new key cannot be handed out it is deleted again, and the old one stays.
    /// </summary>
    /// <param name="client">The client.</param>
    /// <param name="keyId">The id of the key to replace.</param>
    /// <param name="handOut">Brings the new key to those who use it (a vault, a configuration, a deployment) and ends when they have it.</param>
    /// <param name="gracePeriod">How long both keys hold after that, for requests that are under way and caches of the old key.</param>
    /// <param name="timeProvider">Whose time it is; <see langword="null"/> for that of the system.</param>
    /// <param name="cancellationToken">Cancels the rotation and takes the new key back, until it has been handed out; after that the old key stays beside it.</param>
    /// <returns>The new key.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The period is negative.</exception>
    /// <exception cref="MapTilerException">A call failed. The message says which keys there are.</exception>
    public static async Task<ApiKey> RotateAsync(
        this IApiKeysClient client, Guid keyId, Func<ApiKey, CancellationToken, Task> handOut, TimeSpan gracePeriod = default, TimeProvider? timeProvider = null, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(client, nameof(client));
        Guard.NotNull(handOut, nameof(handOut));
        if (gracePeriod < TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(gracePeriod), "A period is not negative.");
        if (gracePeriod > Timeouts.Longest)
            throw new ArgumentOutOfRangeException(nameof(gracePeriod), $"A period has at most {Timeouts.Longest.Days} days.");

        var time = timeProvider ?? TimeProvider.System;
        var old = await client.GetAsync(keyId, cancellationToken).ConfigureAwait(false);
        var created = await CreateAsync(client, old, cancellationToken).ConfigureAwait(false);
        try
        {
            await handOut(created, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            await UndoAsync(client, old, created, e, time).ConfigureAwait(false);
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

    private static async Task<ApiKey> CreateAsync(IApiKeysClient client, ApiKey old, CancellationToken cancellationToken)
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

    private static async Task UndoAsync(IApiKeysClient client, ApiKey old, ApiKey created, Exception cause, TimeProvider time)
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
