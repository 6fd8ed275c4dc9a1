namespace MapTiler.Service;

/// <summary>The tilesets of an account. See <see href="https://docs.maptiler.com/cloud/admin-api/tilesets/">the Service API</see>. Safe for concurrent use.</summary>
/// <remarks>Every method throws <see cref="MapTilerException"/> if the call fails.</remarks>
public interface ITilesetsClient
{
    /// <summary>Lists all tilesets, page by page as they are needed.</summary>
    /// <param name="pageSize">How many one request brings, 10 to 100; <see langword="null"/> for the 50 of the service.</param>
    /// <param name="cancellationToken">Cancels what has not been read.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size of a page is not between 10 and 100.</exception>
    IAsyncEnumerable<Tileset> ListAsync(int? pageSize = null, CancellationToken cancellationToken = default);

    /// <summary>Gets one tileset.</summary>
    /// <param name="documentId">The id of the tileset.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<Tileset> GetAsync(Guid documentId, CancellationToken cancellationToken = default);

    /// <summary>Replaces what a tileset says of itself.</summary>
    /// <param name="documentId">The id of the tileset.</param>
    /// <param name="title">The title.</param>
    /// <param name="description">The description; may be empty.</param>
    /// <param name="attribution">Whom to name, as HTML; <see langword="null"/> for nobody.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<Tileset> UpdateAsync(Guid documentId, string title, string description, string? attribution, CancellationToken cancellationToken = default);

    /// <summary>Deletes a tileset. Whoever asks for its tiles is told that it is gone.</summary>
    /// <param name="documentId">The id of the tileset.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task DeleteAsync(Guid documentId, CancellationToken cancellationToken = default);
}
