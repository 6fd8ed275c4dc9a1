using System.Runtime.CompilerServices;
using MapTiler.GeoJson;
using MapTiler.Tiles;

namespace MapTiler.Elevation;

/// <summary>
/// The client of the <see href="https://docs.maptiler.com/cloud/api/elevation/">Elevation API</see>: elevations of locations and along lines. It is
/// safe for concurrent use.
/// </summary>
/// <remarks>The service has elevations for longitudes between -180 and 180 degrees, both excluded, and latitudes from -85 to 85 degrees.</remarks>
public class ElevationClient
{
    private readonly RequestSender _sender;
    private readonly TerrainTiles _terrain;

    /// <summary>Creates an instance for mocking, whose methods must be overridden.</summary>
    protected ElevationClient() => (_sender, _terrain) = (null!, null!);

    internal ElevationClient(RequestSender sender) => (_sender, _terrain) = (sender, new(sender));

    /// <summary>Gets the elevation of a location.</summary>
    /// <param name="location">The location.</param>
    /// <param name="options">The options; <see langword="null"/> for meters.</param>
    /// <param name="cancellationToken">The token that cancels the request.</param>
    /// <returns>The elevation above mean sea level; <see langword="null"/> if the service has no data there.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The location is out of range.</exception>
    /// <exception cref="MapTilerException">The request failed.</exception>
    public virtual Task<double?> GetAsync(LngLat location, ElevationOptions? options = null, CancellationToken cancellationToken = default)
    {
        return SingleAsync(_sender.SendAsync(ApiRequest.For(Endpoints.Elevation, urls => urls.Elevation(location, options), ElevationJson.Read), cancellationToken));

        static async Task<double?> SingleAsync(Task<IReadOnlyList<double?>> response) =>
            await response.ConfigureAwait(false) is var elevations && elevations.Count == 1
                ? elevations[0]
                : throw new MapTilerException(MapTilerErrorReason.InvalidResponse, $"MapTiler returned {elevations.Count} elevations for one location.") { Endpoint = Endpoints.Elevation.Template };
    }

    /// <summary>Gets the elevations of any number of locations, up to 50 per request. Each location is billed; none is dropped or merged.</summary>
    /// <param name="locations">The locations. They are read as they are needed.</param>
    /// <param name="options">The options; <see langword="null"/> for meters.</param>
    /// <param name="maxConcurrency">The maximum number of concurrent requests, 1 or more.</param>
    /// <param name="cancellationToken">The token that cancels the running and the remaining requests.</param>
    /// <returns>
    /// One result per location, in the order of the locations. A location that the service rejects affects only itself: the locations of its request are sent again in
    /// smaller requests, at most 11 more for one such location and 98 more for all locations of a request.
    /// </returns>
    /// <exception cref="MapTilerException">
    /// While enumerating: the credential, the quota or the plan of the account does not allow the requests. No more locations are sent, and the results of those that
    /// were sent have been returned.
    /// </exception>
    /// <exception cref="ArgumentException">An option or <paramref name="maxConcurrency"/> is out of range.</exception>
    public virtual IAsyncEnumerable<ElevationResult> BatchAsync(
        IAsyncEnumerable<LngLat> locations, ElevationOptions? options = null, int maxConcurrency = 4, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(locations, nameof(locations));
        return new UrlBatch<LngLat, double?, ElevationResult>(
            _sender,
            Endpoints.Elevation,
            UrlWriter.Part((ref url) => MapTilerUrlBuilder.WriteElevationSuffix(ref url, options)),
            static (ref url, location) => MapTilerUrlBuilder.WriteElevationLocation(ref url, location, nameof(location)),
            ElevationJson.Read,
            static (index, location, elevation, error) => new ElevationResult { Index = index, Location = location, Elevation = elevation, Error = error })
            .RunAsync(locations, maxConcurrency, cancellationToken);
    }

    /// <inheritdoc cref="BatchAsync(IAsyncEnumerable{LngLat}, ElevationOptions?, int, CancellationToken)"/>
    public virtual IAsyncEnumerable<ElevationResult> BatchAsync(
        IEnumerable<LngLat> locations, ElevationOptions? options = null, int maxConcurrency = 4, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(locations, nameof(locations));
        return BatchAsync(locations.AsAsync(), options, maxConcurrency, cancellationToken);
    }

    /// <summary>
    /// Computes elevations from terrain tiles on this machine. One tile serves many locations, and the last 32 tiles are cached. The package
    /// contains no image decoder: provide one, such as that of SkiaSharp or ImageSharp.
    /// </summary>
    /// <param name="locations">The locations. They are read as they are needed.</param>
    /// <param name="decoder">Decodes a PNG or WebP file to pixels, without color correction.</param>
    /// <param name="options">The tileset, its zoom and the unit; <see langword="null"/> for the defaults.</param>
    /// <param name="maxConcurrency">The maximum number of concurrent requests, 1 or more.</param>
    /// <param name="cancellationToken">The token that cancels the running and the remaining requests.</param>
    /// <returns>
    /// One result per location, in the order of the locations, interpolated between the four nearest pixels of the tile. A failed tile affects
    /// only its own locations.
    /// </returns>
    /// <exception cref="MapTilerException">
    /// While enumerating: the TileJSON of the tileset cannot be loaded, or the credential, the quota or the plan of the account does not allow the requests.
    /// </exception>
    /// <exception cref="ArgumentException">An option or <paramref name="maxConcurrency"/> is out of range.</exception>
    public virtual IAsyncEnumerable<ElevationResult> ComputeAsync(
        IAsyncEnumerable<LngLat> locations, ImageDecoder decoder, TerrainOptions? options = null, int maxConcurrency = 4, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(locations, nameof(locations));
        Guard.NotNull(decoder, nameof(decoder));
        return _terrain.ComputeAsync(locations, decoder, options ?? new(), maxConcurrency, cancellationToken);
    }

    /// <inheritdoc cref="ComputeAsync(IAsyncEnumerable{LngLat}, ImageDecoder, TerrainOptions?, int, CancellationToken)"/>
    public virtual IAsyncEnumerable<ElevationResult> ComputeAsync(
        IEnumerable<LngLat> locations, ImageDecoder decoder, TerrainOptions? options = null, int maxConcurrency = 4, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(locations, nameof(locations));
        return ComputeAsync(locations.AsAsync(), decoder, options, maxConcurrency, cancellationToken);
    }

    /// <summary>Gets the elevations along a line: at each of its points, or at equal distances.</summary>
    /// <param name="line">The points of the line, 2 or more.</param>
    /// <param name="spacing">The distance between two elevations in meters; <see langword="null"/> for one at each point of the line.</param>
    /// <param name="options">The options; <see langword="null"/> for meters.</param>
    /// <param name="maxConcurrency">The maximum number of concurrent requests, 1 or more.</param>
    /// <param name="cancellationToken">The token that cancels the running and the remaining requests.</param>
    /// <returns>
    /// The elevations with their distance along the line, from its start to its end. A failure of some locations is their <see cref="ElevationProfilePoint.Error"/>
    /// and does not end the profile.
    /// </returns>
    /// <exception cref="MapTilerException">
    /// While enumerating: the credential, the quota or the plan of the account does not allow the requests. No more locations are sent, and the points of those that
    /// were sent have been returned.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// The line has fewer than 2 points; <paramref name="spacing"/> is not positive or results in more than 1,000,000 elevations; an option or
    /// <paramref name="maxConcurrency"/> is out of range.
    /// </exception>
    public virtual IAsyncEnumerable<ElevationProfilePoint> GetProfileAsync(
        IReadOnlyList<LngLat> line, double? spacing = null, ElevationOptions? options = null, int maxConcurrency = 4, CancellationToken cancellationToken = default)
    {
        var samples = ProfileSamples.Of(line, spacing);
        return ProfileAsync(BatchAsync(samples.Select(sample => sample.Location), options, maxConcurrency, cancellationToken), samples, cancellationToken);
    }

    /// <inheritdoc cref="GetProfileAsync(IReadOnlyList{LngLat}, double?, ElevationOptions?, int, CancellationToken)"/>
    public virtual IAsyncEnumerable<ElevationProfilePoint> GetProfileAsync(
        GeoJsonLineString line, double? spacing = null, ElevationOptions? options = null, int maxConcurrency = 4, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(line, nameof(line));
        var locations = line.Coordinates.Select(position => position is { Longitude: > double.NegativeInfinity and < double.PositiveInfinity, Latitude: >= -90 and <= 90 }
            ? position.ToLngLat()
            : throw new ArgumentOutOfRangeException(nameof(line), $"The position {position} is not a longitude and latitude in degrees."));
        return GetProfileAsync([.. locations], spacing, options, maxConcurrency, cancellationToken);
    }

    private static async IAsyncEnumerable<ElevationProfilePoint> ProfileAsync(
        IAsyncEnumerable<ElevationResult> results, IReadOnlyList<(double Distance, LngLat Location)> samples, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var result in results.WithCancellation(cancellationToken).ConfigureAwait(false))
            yield return new ElevationProfilePoint { Distance = samples[(int)result.Index].Distance, Location = result.Location, Elevation = result.Elevation, Error = result.Error };
    }
}
