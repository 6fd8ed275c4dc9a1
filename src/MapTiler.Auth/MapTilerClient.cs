using System.Runtime.CompilerServices;
using MapTiler.Authentication;
using MapTiler.Coordinates;
using MapTiler.Data;
using MapTiler.Elevation;
using MapTiler.Fonts;
using MapTiler.Geocoding;
using MapTiler.Geolocation;
using MapTiler.Images;
using MapTiler.Maps;
using MapTiler.Ogc;
using MapTiler.StaticMaps;
using MapTiler.Tiles;
using MapTiler.Weather;
using Microsoft.Extensions.Options;

namespace MapTiler;

/// <summary>
/// The client of api.maptiler.com, with one property for each service. Register it with <c>services.AddMapTiler()</c>, or create it
/// once and reuse it. All members are safe for concurrent use.
/// </summary>
/// <example>
/// <code>
/// using var client = new MapTilerClient(apiKey);
/// var result = await client.Geocoding.SearchAsync("Zürich", cancellationToken: ct);
/// </code>
/// </example>
public class MapTilerClient : IDisposable
{
    private readonly RequestSender _sender = null!;
    private readonly IDisposable? _owned;

    /// <summary>Creates a client that uses an API key. Dispose it to close its connections.</summary>
    /// <param name="apiKey">The API key, from https://cloud.maptiler.com/account/keys/. Leading and trailing white space is removed.</param>
    /// <exception cref="ArgumentException">The key is blank, is a placeholder, or has white space between its characters. The message does not repeat it.</exception>
    public MapTilerClient(string apiKey)
        : this(new MapTilerOptions { ApiKey = ApiKeyText.Require(apiKey, nameof(apiKey)) })
    {
    }

    /// <summary>Creates a client. Dispose it to close its connections.</summary>
    /// <param name="options">The options, which are copied. Neither the configuration nor the environment is read.</param>
    /// <param name="configure">Configures what <c>services.AddMapTiler()</c> returns, such as the resilience or the primary handler; <see langword="null"/> for the defaults.</param>
    /// <exception cref="OptionsValidationException">The options are not valid; for example, there is no credential.</exception>
    [OverloadResolutionPriority(1)] // for new() with an object initializer
    public MapTilerClient(MapTilerOptions options, Action<MapTilerBuilder>? configure = null)
        : this(Standalone.Create(options, configure), Options.DefaultName, isOwner: true)
    {
    }

    internal MapTilerClient(IServiceProvider services, string name, bool isOwner = false)
    {
        _sender = services.GetClient<RequestSender>(ClientNames.PublicApi(name));
        _owned = isOwner ? services as IDisposable : null;
        Maps = services.GetClient<MapsClient>(name);
        StaticMaps = services.GetClient<StaticMapsClient>(name);
        Tiles = services.GetClient<TilesClient>(name);
        Fonts = services.GetClient<FontsClient>(name);
        Images = services.GetClient<ImagesClient>(name);
        Ogc = services.GetClient<OgcClient>(name);
        Data = services.GetClient<DataClient>(name);
        Geocoding = services.GetClient<GeocodingClient>(name);
        Geolocation = services.GetClient<GeolocationClient>(name);
        Elevation = services.GetClient<ElevationClient>(name);
        Coordinates = services.GetClient<CoordinatesClient>(name);
        Weather = services.GetClient<WeatherClient>(name);
    }

    /// <summary>Creates an instance for mocking, whose members must be overridden.</summary>
    protected MapTilerClient()
    {
    }

    /// <summary>Gets the client for styles, raster tiles and sprites of maps.</summary>
    public virtual MapsClient Maps { get; } = null!;

    /// <summary>Gets the client for static maps, which are images.</summary>
    public virtual StaticMapsClient StaticMaps { get; } = null!;

    /// <summary>Gets the client for the tiles of tilesets: vector, satellite, terrain, and your own.</summary>
    public virtual TilesClient Tiles { get; } = null!;

    /// <summary>Gets the client for the glyphs of map labels.</summary>
    public virtual FontsClient Fonts { get; } = null!;

    /// <summary>Gets the client for large images that are divided into tiles.</summary>
    public virtual ImagesClient Images { get; } = null!;

    /// <summary>Gets the client for OGC API - Tiles, which GIS applications use.</summary>
    public virtual OgcClient Ogc { get; } = null!;

    /// <summary>Gets the client for your own datasets.</summary>
    public virtual DataClient Data { get; } = null!;

    /// <summary>Gets the client for forward and reverse geocoding.</summary>
    public virtual GeocodingClient Geocoding { get; } = null!;

    /// <summary>Gets the client for the location of the caller's IP address.</summary>
    public virtual GeolocationClient Geolocation { get; } = null!;

    /// <summary>Gets the client for elevations of locations.</summary>
    public virtual ElevationClient Elevation { get; } = null!;

    /// <summary>Gets the client for coordinate reference systems and transformations between them.</summary>
    public virtual CoordinatesClient Coordinates { get; } = null!;

    /// <summary>Gets the client for weather forecasts as tiles.</summary>
    public virtual WeatherClient Weather { get; } = null!;

    /// <summary>Gets any other resource of the service, such as a path that this library does not support yet, with the same credential, errors, retries and telemetry.</summary>
    /// <param name="path">The path and query without host and key, such as <c>/maps/streets-v4/style.json</c>; or a URL of the service that a response contains.</param>
    /// <param name="cancellationToken">The token that cancels the request.</param>
    /// <returns>The response as it is, which may contain URLs with the credential; <see langword="null"/> if it is empty. Dispose it.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is not a path of the service, or is a URL outside of the base address.</exception>
    /// <exception cref="MapTilerException">The request failed.</exception>
    public virtual Task<MapTilerContent?> GetAsync(string path, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(ApiRequest.ForStream(Endpoints.Other, urls => urls.Resolve(path, nameof(path))), cancellationToken);

    /// <summary>
    /// Checks with requests that are not billed whether the credential works, and, for a key, whether it also works with another User-Agent and
    /// another Origin, as an unauthorized caller would send. The library never calls it automatically.
    /// </summary>
    /// <param name="cancellationToken">The token that cancels the check.</param>
    /// <returns>The result of the check; a rejected credential is a result, not an exception.</returns>
    public virtual Task<KeyCheckResult> CheckKeyAsync(CancellationToken cancellationToken = default) => new KeyCheck(_sender).RunAsync(cancellationToken);

    /// <summary>Closes the connections of a client that was created with <see langword="new"/>. A client from dependency injection is disposed with its container.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc cref="Dispose()"/>
    /// <param name="disposing">Whether it is called by <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            _owned?.Dispose();
    }
}
