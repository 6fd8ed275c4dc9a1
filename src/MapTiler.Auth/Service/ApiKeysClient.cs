namespace MapTiler.Service;

/// <summary>
/// Manages the API keys of an account. It is safe for concurrent use.
/// See <see href="https://docs.maptiler.com/cloud/admin-api/api-keys/">the API keys in the Service API</see>.
/// </summary>
/// <remarks>Every method throws <see cref="MapTilerException"/> if a request fails.</remarks>
public class ApiKeysClient
{
    private const string Path = "/v1/api_keys";

    private readonly RequestSender _sender;
    private readonly TimeProvider _time;

    /// <summary>Creates an instance for mocking, whose methods must be overridden.</summary>
    protected ApiKeysClient() => (_sender, _time) = (null!, null!);

    internal ApiKeysClient(RequestSender sender, TimeProvider time) => (_sender, _time) = (sender, time);

    /// <summary>Lists all keys of the account. A page is requested when the keys of the previous one have been read.</summary>
    /// <param name="pageSize">The maximum number of keys in one response, 10 to 100; <see langword="null"/> for the default of the service, 50.</param>
    /// <param name="cancellationToken">Cancels the requests for further pages.</param>
    /// <returns>The keys in the order of the service.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The page size is not between 10 and 100.</exception>
    /// <exception cref="MapTilerException">A request failed; the keys of the pages before it have been returned.</exception>
    public virtual IAsyncEnumerable<ApiKey> ListAsync(int? pageSize = null, CancellationToken cancellationToken = default)
    {
        Pages.CheckSize(pageSize);
        return Pages.ReadAsync<ApiKey>(Endpoints.ApiKeys, async (cursor, token) =>
        {
            var page = await _sender.SendAsync(
                ApiRequest.For(Endpoints.ApiKeys, urls => urls.ServiceList(Path, cursor, pageSize), ServiceJson.Read<ServicePage<ApiKeyBody>>),
                token).ConfigureAwait(false);
            return ([.. page.Items.Select(item => item.ToKey(Endpoints.ApiKeys))], page.Cursor);
        }, cancellationToken);
    }

    /// <summary>Gets one key by its id.</summary>
    /// <param name="keyId">The id of the key, not the key itself.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The key with its settings.</returns>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    /// <exception cref="MapTilerException">The request failed, or there is no such key.</exception>
    public virtual Task<ApiKey> GetAsync(Guid keyId, CancellationToken cancellationToken = default) =>
        SendAsync(Endpoints.ApiKey, urls => urls.ServiceItem(Path + "/", Guard.Id(keyId, nameof(keyId))), content: null, cancellationToken);

    /// <summary>Creates a key. The request is never retried, so that no second key is created.</summary>
    /// <param name="settings">The name and the restrictions of the key.</param>
    /// <param name="cancellationToken">Cancels the request; the service may have created the key nevertheless.</param>
    /// <returns>The new key.</returns>
    /// <exception cref="ArgumentException">A restriction is invalid.</exception>
    /// <exception cref="MapTilerException">The request failed.</exception>
    public virtual Task<ApiKey> CreateAsync(ApiKeySettings settings, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(settings, nameof(settings));
        return SendAsync(Endpoints.ApiKeyCreate, urls => urls.ServiceCollection(Path), settings.ToContent(nameof(settings)), cancellationToken);
    }

    /// <summary>Replaces all settings of a key. A setting that is <see langword="null"/> or empty is removed from the key.</summary>
    /// <param name="keyId">The id of the key, not the key itself.</param>
    /// <param name="settings">The new settings. To change only some of them, start with <see cref="ApiKey.ToSettings"/>.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The key with its new settings.</returns>
    /// <exception cref="ArgumentException">The id is empty, or a restriction is invalid.</exception>
    /// <exception cref="MapTilerException">The request failed, or there is no such key.</exception>
    public virtual Task<ApiKey> UpdateAsync(Guid keyId, ApiKeySettings settings, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(settings, nameof(settings));
        return SendAsync(Endpoints.ApiKeyChange, urls => urls.ServiceItem(Path + "/", Guard.Id(keyId, nameof(keyId)), "/change_settings"), settings.ToContent(nameof(settings)), cancellationToken);
    }

    /// <summary>Deletes a key. MapTiler rejects requests with it from then on.</summary>
    /// <param name="keyId">The id of the key, not the key itself.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>A task that completes when the key is deleted.</returns>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    /// <exception cref="MapTilerException">The request failed, or there is no such key.</exception>
    public virtual Task DeleteAsync(Guid keyId, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(ApiRequest.For(Endpoints.ApiKeyDelete, urls => urls.ServiceItem(Path + "/", Guard.Id(keyId, nameof(keyId))), ServiceJson.Ignore), cancellationToken);

    /// <summary>
    /// Replaces a key by a new one with the same settings: creates the new key, distributes it, waits for the grace period, and deletes the old
    /// key. At least one of the keys is valid at any time: if the new key cannot be distributed, it is deleted and the old key remains.
    /// </summary>
    /// <param name="keyId">The id of the key to replace.</param>
    /// <param name="distributeKey">Distributes the new key to its users, such as a vault, a configuration or a deployment, and completes when they have received it.</param>
    /// <param name="gracePeriod">How long both keys remain valid after the distribution, 0 to 24 days, for requests in progress and caches of the old key. The default is 0.</param>
    /// <param name="cancellationToken">Cancels the rotation. Before the new key is distributed, it is deleted again, for which the method waits up to 10 seconds each for the responses to its creation and to its
    /// deletion; after that, both keys remain valid.</param>
    /// <returns>The new key.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The grace period is negative or too long.</exception>
    /// <exception cref="MapTilerException">A request failed. The message states which keys are valid.</exception>
    /// <exception cref="OperationCanceledException">The rotation was canceled. If it was canceled while the new key was created, the message states whether that key possibly remains.</exception>
    /// <example>
    /// <code>
    /// var renewed = await service.ApiKeys.RotateAsync(
    ///     keyId,
    ///     (newKey, cancellation) => vault.SetAsync("maptiler-key", newKey.Key, cancellation),
    ///     gracePeriod: TimeSpan.FromMinutes(5));
    /// Console.WriteLine($"{renewed} replaces the old key.");
    /// </code>
    /// </example>
    public virtual Task<ApiKey> RotateAsync(
        Guid keyId, Func<ApiKey, CancellationToken, Task> distributeKey, TimeSpan gracePeriod = default, CancellationToken cancellationToken = default)
    {
        Guard.Id(keyId, nameof(keyId));
        Guard.NotNull(distributeKey, nameof(distributeKey));
        if (gracePeriod < TimeSpan.Zero || gracePeriod > ApiKeyRotation.MaxGracePeriod)
            throw new ArgumentOutOfRangeException(nameof(gracePeriod), $"The grace period must be between 0 and {ApiKeyRotation.MaxGracePeriod.Days} days.");
        return new ApiKeyRotation(this, _time).RunAsync(keyId, distributeKey, gracePeriod, cancellationToken);
    }

    private Task<ApiKey> SendAsync(Endpoint endpoint, Func<MapTilerUrlBuilder, Uri> url, HttpContent? content, CancellationToken cancellationToken)
    {
        return ToKeyAsync(_sender.SendAsync(
            ApiRequest.For(endpoint, url, ServiceJson.Read<ApiKeyBody>) with { Content = content }, cancellationToken));

        async Task<ApiKey> ToKeyAsync(Task<ApiKeyBody> response) => (await response.ConfigureAwait(false)).ToKey(endpoint);
    }
}
