namespace MapTiler.Service;

/// <summary>The API keys of an account. See <see href="https://docs.maptiler.com/cloud/admin-api/api-keys/">the Service API</see>. Safe for concurrent use.</summary>
/// <remarks>Every method throws <see cref="MapTilerException"/> if the call fails.</remarks>
public class ApiKeysClient
{
    private readonly RequestSender _sender;

    /// <summary>Creates an instance for mocking, whose methods must be overridden.</summary>
    protected ApiKeysClient() => _sender = null!;

    internal ApiKeysClient(RequestSender sender) => _sender = sender;

    private const string Path = "/v1/api_keys";

    /// <summary>Lists all keys, page by page as they are needed.</summary>
    /// <param name="pageSize">How many keys one request brings, 10 to 100; <see langword="null"/> for the 50 of the service.</param>
    /// <param name="cancellationToken">Cancels what has not been read.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size of a page is not between 10 and 100.</exception>
    public virtual IAsyncEnumerable<ApiKey> ListAsync(int? pageSize = null, CancellationToken cancellationToken = default)
    {
        Pages.CheckSize(pageSize);
        return Pages.ReadAsync<ApiKey>(Endpoints.ApiKeys, async (cursor, token) =>
        {
            var page = await _sender.SendAsync(
                ApiRequest.For(Endpoints.ApiKeys, urls => urls.ServiceList(Path, cursor, pageSize), ServiceJson.Parser(ServiceJson.Default.ApiKeyPage)),
                token).ConfigureAwait(false);
            return ([.. page.Items.Select(item => item.ToKey(Endpoints.ApiKeys))], page.Cursor);
        }, cancellationToken);
    }

    /// <summary>Gets one key.</summary>
    /// <param name="keyId">The id of the key, not the key itself.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<ApiKey> GetAsync(Guid keyId, CancellationToken cancellationToken = default) =>
        KeyAsync(Endpoints.ApiKey, urls => urls.ServiceItem(Path + "/", keyId), content: null, cancellationToken);

    /// <summary>Makes a key.</summary>
    /// <param name="settings">Its name and its restrictions.</param>
    /// <param name="cancellationToken">Cancels the call; a key that was made meanwhile stays.</param>
    /// <exception cref="ArgumentException">A restriction is not one that the service understands.</exception>
    public virtual Task<ApiKey> CreateAsync(ApiKeySettings settings, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(settings, nameof(settings));
        return KeyAsync(Endpoints.ApiKeyCreate, urls => urls.ServiceList(Path, null, null), settings.ToContent(nameof(settings)), cancellationToken);
    }

    /// <summary>Replaces all settings of a key: what is not set is taken off.</summary>
    /// <param name="keyId">The id of the key, not the key itself.</param>
    /// <param name="settings">The new settings; <see cref="ApiKey.ToSettings"/> gives those of a key to begin with.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">A restriction is not one that the service understands.</exception>
    public virtual Task<ApiKey> UpdateAsync(Guid keyId, ApiKeySettings settings, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(settings, nameof(settings));
        return KeyAsync(Endpoints.ApiKeyChange, urls => urls.ServiceItem(Path + "/", keyId, "/change_settings"), settings.ToContent(nameof(settings)), cancellationToken);
    }

    /// <summary>Deletes a key. Whoever uses it is refused from then on.</summary>
    /// <param name="keyId">The id of the key, not the key itself.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task DeleteAsync(Guid keyId, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(ApiRequest.For(Endpoints.ApiKeyDelete, urls => urls.ServiceItem(Path + "/", keyId), ServiceJson.Ignore), cancellationToken);

    /// <summary>
    /// Replaces a key by a new one with the same restrictions: makes the new one, hands it out, waits, deletes the old one. At no moment
    /// are both lost: if the new key cannot be handed out it is deleted again, and the old one stays.
    /// </summary>
    /// <param name="keyId">The id of the key to replace.</param>
    /// <param name="handOut">Brings the new key to those who use it (a vault, a configuration, a deployment) and ends when they have it.</param>
    /// <param name="gracePeriod">How long both keys hold after that, for requests that are under way and caches of the old key.</param>
    /// <param name="timeProvider">Whose time it is; <see langword="null"/> for that of the system.</param>
    /// <param name="cancellationToken">Cancels the rotation and takes the new key back, until it has been handed out; after that the old key stays beside it.</param>
    /// <returns>The new key.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The period is negative.</exception>
    /// <exception cref="MapTilerException">A call failed. The message says which keys there are.</exception>
    public virtual Task<ApiKey> RotateAsync(
        Guid keyId, Func<ApiKey, CancellationToken, Task> handOut, TimeSpan gracePeriod = default, TimeProvider? timeProvider = null, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(handOut, nameof(handOut));
        if (gracePeriod < TimeSpan.Zero || gracePeriod > Timeouts.Longest)
            throw new ArgumentOutOfRangeException(nameof(gracePeriod), $"The grace period must be between 0 and {Timeouts.Longest.Days} days.");
        return new ApiKeyRotation(this, timeProvider ?? TimeProvider.System).RunAsync(keyId, handOut, gracePeriod, cancellationToken);
    }

    private async Task<ApiKey> KeyAsync(Endpoint endpoint, Func<MapTilerUrlBuilder, Uri> address, HttpContent? content, CancellationToken cancellationToken)
    {
        var body = await _sender.SendAsync(
            ApiRequest.For(endpoint, address, ServiceJson.Parser(ServiceJson.Default.ApiKeyBody)) with { Content = content },
            cancellationToken).ConfigureAwait(false);
        return body.ToKey(endpoint);
    }
}
