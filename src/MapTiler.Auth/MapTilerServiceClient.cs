using MapTiler.Service;

namespace MapTiler;

/// <summary>
/// The management of an account: keys, use, tilesets, data. Needs a service token, which goes to service.maptiler.com only. From
/// dependency injection with <c>services.AddMapTiler()</c>; without, by <see cref="Create"/>. Safe for concurrent use and made to be kept.
/// </summary>
public sealed partial class MapTilerServiceClient : IDisposable
{
    private readonly IDisposable? _owned;

    internal MapTilerServiceClient(IDisposable? owned) => _owned = owned;

    /// <summary>The API keys of the account.</summary>
    public required IApiKeysClient ApiKeys { get; init; }

    /// <summary>What the account uses.</summary>
    public required IAnalyticsClient Analytics { get; init; }

    /// <summary>The tilesets of the account.</summary>
    public required ITilesetsClient Tilesets { get; init; }

    /// <summary>Publishes data.</summary>
    public required IDatasetsClient Datasets { get; init; }

    /// <summary>Closes the connections of a client that came from <see cref="Create"/>; one from dependency injection is disposed with its container.</summary>
    public void Dispose() => _owned?.Dispose();
}
