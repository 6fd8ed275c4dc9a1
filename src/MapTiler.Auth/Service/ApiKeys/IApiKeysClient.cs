namespace MapTiler.Service;

/// <summary>The API keys of an account. See <see href="https://docs.maptiler.com/cloud/admin-api/api-keys/">the Service API</see>. Safe for concurrent use.</summary>
/// <remarks>Every method throws <see cref="MapTilerException"/> if the call fails.</remarks>
public interface IApiKeysClient
{
    /// <summary>Lists all keys, page by page as they are needed.</summary>
    /// <param name="pageSize">How many keys one request brings, 10 to 100; <see langword="null"/> for the 50 of the service.</param>
    /// <param name="cancellationToken">Cancels what has not been read.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size of a page is not between 10 and 100.</exception>
    IAsyncEnumerable<ApiKey> ListAsync(int? pageSize = null, CancellationToken cancellationToken = default);

    /// <summary>Gets one key.</summary>
    /// <param name="keyId">The id of the key, not the key itself.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<ApiKey> GetAsync(Guid keyId, CancellationToken cancellationToken = default);

    /// <summary>Makes a key.</summary>
    /// <param name="settings">Its name and its restrictions.</param>
    /// <param name="cancellationToken">Cancels the call; a key that was made meanwhile stays.</param>
    /// <exception cref="ArgumentException">A restriction is not one that the service understands.</exception>
    Task<ApiKey> CreateAsync(ApiKeySettings settings, CancellationToken cancellationToken = default);

    /// <summary>Replaces all settings of a key: what is not set is taken off.</summary>
    /// <param name="keyId">The id of the key, not the key itself.</param>
    /// <param name="settings">The new settings; <see cref="ApiKey.ToSettings"/> gives those of a key to begin with.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">A restriction is not one that the service understands.</exception>
    Task<ApiKey> UpdateAsync(Guid keyId, ApiKeySettings settings, CancellationToken cancellationToken = default);

    /// <summary>Deletes a key. Whoever uses it is refused from then on.</summary>
    /// <param name="keyId">The id of the key, not the key itself.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task DeleteAsync(Guid keyId, CancellationToken cancellationToken = default);
}
