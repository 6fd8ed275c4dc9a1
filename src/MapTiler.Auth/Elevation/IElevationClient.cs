namespace MapTiler.Elevation;

/// <summary>Heights of places. See <see href="https://docs.maptiler.com/cloud/api/elevation/">the Elevation API</see>. Safe for concurrent use.</summary>
/// <remarks>Places have longitudes between -180 and 180, without these, and latitudes from -85 to 85 degrees.</remarks>
public interface IElevationClient
{
    /// <summary>Gets the height of one place.</summary>
    /// <param name="place">The place.</param>
    /// <param name="unit">The unit of the answer.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The height above the sea; <see langword="null"/> if the service knows none.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The place is out of range.</exception>
    /// <exception cref="MapTilerException">The call failed.</exception>
    Task<double?> GetAsync(LngLat place, ElevationUnit unit = ElevationUnit.Meters, CancellationToken cancellationToken = default);

    /// <summary>Gets the heights of any number of places, up to 50 in one request. Every place is billed; nothing is dropped or merged.</summary>
    /// <param name="places">The places; read as they are needed.</param>
    /// <param name="options">The unit, and how many requests run at the same time.</param>
    /// <param name="cancellationToken">Cancels what runs and what has not started.</param>
    /// <returns>One result for each place, in their order; a failure costs only the places of its request.</returns>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    IAsyncEnumerable<ElevationResult> BatchAsync(IAsyncEnumerable<LngLat> places, ElevationOptions? options = null, CancellationToken cancellationToken = default);

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
    IAsyncEnumerable<ElevationResult> ComputeAsync(
        IAsyncEnumerable<LngLat> places, ImageDecoder decoder, TerrainOptions? options = null, CancellationToken cancellationToken = default);
}
