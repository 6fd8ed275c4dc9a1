using System.Runtime.CompilerServices;
using MapTiler.GeoJson;

namespace MapTiler.Elevation;

/// <summary>Heights of places. See <see href="https://docs.maptiler.com/cloud/api/elevation/">the Elevation API</see>. Safe for concurrent use.</summary>
/// <remarks>Places have longitudes between -180 and 180, without these, and latitudes from -85 to 85 degrees.</remarks>
public class ElevationClient
{
    private readonly RequestSender _sender;
    private readonly TerrainTiles _terrain;

    /// <summary>Creates an instance for mocking, whose methods must be overridden.</summary>
    protected ElevationClient() => (_sender, _terrain) = (null!, null!);

    internal ElevationClient(RequestSender sender) => (_sender, _terrain) = (sender, new(sender));

    /// <summary>Gets the height of one place.</summary>
    /// <param name="place">The place.</param>
    /// <param name="unit">The unit of the answer.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The height above the sea; <see langword="null"/> if the service knows none.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The place is out of range.</exception>
    /// <exception cref="MapTilerException">The call failed.</exception>
    public virtual async Task<double?> GetAsync(LngLat place, ElevationUnit unit = ElevationUnit.Meters, CancellationToken cancellationToken = default)
    {
        var heights = await GetAsync([place], unit, cancellationToken).ConfigureAwait(false);
        return heights[0];
    }

    /// <summary>Gets the heights of any number of places, up to 50 in one request. Every place is billed; nothing is dropped or merged.</summary>
    /// <param name="places">The places; read as they are needed.</param>
    /// <param name="options">The unit, and how many requests run at the same time.</param>
    /// <param name="cancellationToken">Cancels what runs and what has not started.</param>
    /// <returns>One result for each place, in their order; a failure costs only the places of its request.</returns>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public virtual IAsyncEnumerable<ElevationResult> BatchAsync(IAsyncEnumerable<LngLat> places, ElevationOptions? options = null, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(places, nameof(places));
        options ??= new();
        var room = UrlWriter.MaxLength - _sender.Urls.Elevation([default], options.Unit).AbsoluteUri.Length + "0,0".Length;
        return new UrlBatch<LngLat, double?, ElevationResult>(
            Endpoints.Elevation,
            room,
            static (ref url, place) => MapTilerUrlBuilder.WriteElevationPlace(ref url, place, nameof(place)),
            (items, token) => GetAsync(items, options.Unit, token),
            static (index, place, height, error) => new ElevationResult { Index = index, Place = place, Elevation = height, Error = error })
            .RunAsync(places, options.MaxConcurrency, cancellationToken);
    }

    /// <summary>
    /// Computes heights from terrain tiles on this machine: one tile serves many places, and is kept for later calls (up to 32 tiles).
    /// The library has no decoder of pictures; plug in that of SkiaSharp, ImageSharp or another.
    /// </summary>
    /// <param name="places">The places; read as they are needed.</param>
    /// <param name="decoder">Makes pixels of a PNG or WebP file. It must not correct colours.</param>
    /// <param name="options">The tileset and its zoom, the unit, and how many requests run at the same time.</param>
    /// <param name="cancellationToken">Cancels what runs and what has not started.</param>
    /// <returns>
    /// One result for each place, in their order, between the four pixels of its tile that are around it (at the edge of a tile: beside
    /// it); a tile that fails costs only its places.
    /// </returns>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public virtual IAsyncEnumerable<ElevationResult> ComputeAsync(
        IAsyncEnumerable<LngLat> places, ImageDecoder decoder, TerrainOptions? options = null, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(places, nameof(places));
        Guard.NotNull(decoder, nameof(decoder));
        return _terrain.ComputeAsync(places, decoder, options ?? new(), cancellationToken);
    }

    /// <inheritdoc cref="BatchAsync(IAsyncEnumerable{LngLat}, ElevationOptions?, CancellationToken)"/>
    public virtual IAsyncEnumerable<ElevationResult> BatchAsync(IEnumerable<LngLat> places, ElevationOptions? options = null, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(places, nameof(places));
        return BatchAsync(places.AsAsync(), options, cancellationToken);
    }

    /// <inheritdoc cref="ComputeAsync(IAsyncEnumerable{LngLat}, ImageDecoder, TerrainOptions?, CancellationToken)"/>
    public virtual IAsyncEnumerable<ElevationResult> ComputeAsync(
        IEnumerable<LngLat> places, ImageDecoder decoder, TerrainOptions? options = null, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(places, nameof(places));
        return ComputeAsync(places.AsAsync(), decoder, options, cancellationToken);
    }

    /// <summary>Gets the heights along a line: at each of its points, or evenly spaced.</summary>
    /// <param name="line">The points of the line, two or more.</param>
    /// <param name="spacing">The distance between two heights in metres; <see langword="null"/> for one at each point of the line.</param>
    /// <param name="options">The unit, and how many requests run at the same time.</param>
    /// <param name="cancellationToken">Cancels what runs and what has not started.</param>
    /// <returns>Heights with their distance along the line, from its beginning to its end.</returns>
    /// <exception cref="ArgumentException">The line has less than two points, or <paramref name="spacing"/> is not positive or makes more than a million heights.</exception>
    public virtual IAsyncEnumerable<ElevationProfilePoint> GetProfileAsync(
        IReadOnlyList<LngLat> line, double? spacing = null, ElevationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var samples = ProfileSamples.Of(line, spacing);
        return ProfileAsync(BatchAsync(samples.Select(sample => sample.Place), options, cancellationToken), samples, cancellationToken);
    }

    /// <inheritdoc cref="GetProfileAsync(IReadOnlyList{LngLat}, double?, ElevationOptions?, CancellationToken)"/>
    public virtual IAsyncEnumerable<ElevationProfilePoint> GetProfileAsync(
        GeoJsonLineString line, double? spacing = null, ElevationOptions? options = null, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(line, nameof(line));
        return GetProfileAsync([.. line.Coordinates.Select(position => new LngLat(position.Longitude, position.Latitude))], spacing, options, cancellationToken);
    }

    private static async IAsyncEnumerable<ElevationProfilePoint> ProfileAsync(
        IAsyncEnumerable<ElevationResult> heights, IReadOnlyList<(double Distance, LngLat Place)> samples, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var height in heights.WithCancellation(cancellationToken).ConfigureAwait(false))
            yield return new ElevationProfilePoint { Distance = samples[(int)height.Index].Distance, Place = height.Place, Elevation = height.Elevation, Error = height.Error };
    }

    private async Task<IReadOnlyList<double?>> GetAsync(IReadOnlyList<LngLat> places, ElevationUnit unit, CancellationToken cancellationToken)
    {
        var heights = await _sender.SendAsync(
            ApiRequest.For(Endpoints.Elevation, urls => urls.Elevation(places, unit), ElevationJson.Read, places.Count),
            cancellationToken).ConfigureAwait(false);
        return heights.Count == places.Count
            ? heights
            : throw new MapTilerException(MapTilerErrorReason.InvalidResponse, $"MapTiler answered {heights.Count} heights for {places.Count} places, so none can be told apart.") { Endpoint = Endpoints.Elevation.Template };
    }
}
