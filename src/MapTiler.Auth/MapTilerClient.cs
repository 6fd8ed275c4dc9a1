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

namespace MapTiler;

/// <summary>
/// The services of MapTiler in one place. From dependency injection with <c>services.AddMapTiler()</c>; without, by
/// <see cref="Create"/>. Safe for concurrent use and made to be kept.
/// </summary>
public sealed partial class MapTilerClient : IDisposable
{
    private readonly RequestSender _sender;
    private readonly IDisposable? _owned;

    internal MapTilerClient(RequestSender sender, IDisposable? owned = null)
    {
        _sender = sender;
        _owned = owned;
    }

    /// <summary>Styles, raster tiles and icons of maps.</summary>
    public required IMapsClient Maps { get; init; }

    /// <summary>Maps as pictures.</summary>
    public required IStaticMapsClient StaticMaps { get; init; }

    /// <summary>Tiles as they are stored: vectors, pictures, terrain, weather.</summary>
    public required ITilesClient Tiles { get; init; }

    /// <summary>Glyphs for the labels of maps.</summary>
    public required IFontsClient Fonts { get; init; }

    /// <summary>Large pictures that were cut into tiles.</summary>
    public required IImagesClient Images { get; init; }

    /// <summary>Maps and tilesets for GIS that speak the OGC API.</summary>
    public required IOgcClient Ogc { get; init; }

    /// <summary>Data sets of your own.</summary>
    public required IDataClient Data { get; init; }

    /// <summary>Places by name, names by place.</summary>
    public required IGeocodingClient Geocoding { get; init; }

    /// <summary>Where the caller is, by its IP address.</summary>
    public required IGeolocationClient Geolocation { get; init; }

    /// <summary>Heights of places.</summary>
    public required IElevationClient Elevation { get; init; }

    /// <summary>Coordinate systems, and coordinates from one to another.</summary>
    public required ICoordinatesClient Coordinates { get; init; }

    /// <summary>Weather forecasts as tiles.</summary>
    public required IWeatherClient Weather { get; init; }

    /// <summary>
    /// Gets anything else of the service, such as a path that this library does not know yet, with the same credential, errors,
    /// repetitions and telemetry.
    /// </summary>
    /// <param name="path">The path and query without host and key, such as <c>/maps/streets-v4/style.json</c>; or an address of the service as an answer names it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The answer as it is; it may name addresses with the credential. <see langword="null"/> if it is empty. Dispose it.</returns>
    /// <exception cref="ArgumentException">It is no path, or an address elsewhere.</exception>
    /// <exception cref="MapTilerException">The call failed.</exception>
    public Task<MapTilerContent?> GetAsync(string path, CancellationToken cancellationToken = default) =>
        _sender.OpenAsync(Endpoints.Other, urls => urls.Resolve(path, nameof(path)), cancellationToken);

    /// <summary>
    /// Finds out by free requests whether the credential works, and, for a key, whether it would for a stranger with another
    /// User-Agent and another Origin. For a person or a health check: the library never does it by itself.
    /// </summary>
    /// <param name="cancellationToken">Cancels the check.</param>
    /// <returns>What was found; a refusal is a result, not an exception.</returns>
    public Task<KeyCheckResult> CheckKeyAsync(CancellationToken cancellationToken = default) => new KeyCheck(_sender).RunAsync(cancellationToken);

    /// <summary>Closes the connections of a client that came from <see cref="Create"/>; one from dependency injection is disposed with its container.</summary>
    public void Dispose() => _owned?.Dispose();
}
