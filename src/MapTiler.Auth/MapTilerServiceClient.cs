using System.Runtime.CompilerServices;
using MapTiler.Authentication;
using MapTiler.Service;
using Microsoft.Extensions.Options;

namespace MapTiler;

/// <summary>
/// The client of service.maptiler.com, which manages an account: API keys, usage, tilesets and datasets. It requires a service token.
/// Register it with <c>services.AddMapTiler()</c>, or create it once and reuse it. All members are safe for concurrent use.
/// </summary>
public class MapTilerServiceClient : IDisposable
{
    private readonly IDisposable? _owned;

    /// <summary>Creates a client that uses a service token. Dispose it to close its connections.</summary>
    /// <param name="serviceToken">The service token, <c>keyid_secret</c>, from Account > Credentials at <see href="https://cloud.maptiler.com/"/>.</param>
    /// <exception cref="ArgumentException">The string is not a service token. The message does not contain it.</exception>
    public MapTilerServiceClient(string serviceToken)
        : this(new MapTilerOptions { ServiceToken = MapTilerOptionsValidator.RequireToken(serviceToken, nameof(serviceToken)) })
    {
    }

    /// <summary>Creates a client. Dispose it to close its connections.</summary>
    /// <param name="options">The options, which are copied. Neither the configuration nor the environment is read.</param>
    /// <param name="configure">Configures what <c>services.AddMapTiler()</c> returns, such as the resilience or the primary handler; <see langword="null"/> for the defaults.</param>
    /// <exception cref="OptionsValidationException">The options are not valid; for example, there is no service token.</exception>
    [OverloadResolutionPriority(1)] // for new() with an object initializer
    public MapTilerServiceClient(MapTilerOptions options, Action<MapTilerBuilder>? configure = null)
        : this(Standalone.CreateForService(options, configure), Options.DefaultName, isOwner: true)
    {
    }

    internal MapTilerServiceClient(IServiceProvider services, string name, bool isOwner = false)
    {
        _owned = isOwner ? services as IDisposable : null;
        ApiKeys = services.GetClient<ApiKeysClient>(name);
        Analytics = services.GetClient<AnalyticsClient>(name);
        Tilesets = services.GetClient<TilesetsClient>(name);
        Datasets = services.GetClient<DatasetsClient>(name);
    }

    /// <summary>Creates an instance for mocking, whose members must be overridden.</summary>
    protected MapTilerServiceClient()
    {
    }

    /// <summary>Gets the client that lists, creates, changes, rotates and deletes the API keys of the account.</summary>
    public virtual ApiKeysClient ApiKeys { get; } = null!;

    /// <summary>Gets the client that reports the usage of the account.</summary>
    public virtual AnalyticsClient Analytics { get; } = null!;

    /// <summary>Gets the client that lists, changes and deletes the tilesets of the account.</summary>
    public virtual TilesetsClient Tilesets { get; } = null!;

    /// <summary>Gets the client that uploads data, from which MapTiler creates datasets and tilesets.</summary>
    public virtual DatasetsClient Datasets { get; } = null!;

    /// <inheritdoc cref="MapTilerClient.Dispose()"/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc cref="MapTilerClient.Dispose(bool)"/>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            _owned?.Dispose();
    }
}
