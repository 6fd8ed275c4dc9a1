using System.Runtime.CompilerServices;
using MapTiler.GeoJson;

namespace MapTiler.Elevation;

/// <summary>Heights of places that are there already, and along lines.</summary>
public static class ElevationClientExtensions
{
    /// <inheritdoc cref="IElevationClient.BatchAsync"/>
    /// <param name="client">The client.</param>
    /// <param name="places">The places.</param>
    /// <param name="options">The unit, and how many requests run at the same time.</param>
    /// <param name="cancellationToken">Cancels what runs and what has not started.</param>
    public static IAsyncEnumerable<ElevationResult> BatchAsync(
        this IElevationClient client, IEnumerable<LngLat> places, ElevationOptions? options = null, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(client, nameof(client));
        Guard.NotNull(places, nameof(places));
        return client.BatchAsync(places.AsAsync(), options, cancellationToken);
    }

    /// <inheritdoc cref="IElevationClient.ComputeAsync"/>
    /// <param name="client">The client.</param>
    /// <param name="places">The places.</param>
    /// <param name="decoder">Makes pixels of a PNG or WebP file. It must not correct colours.</param>
    /// <param name="options">The tileset and its zoom, the unit, and how many requests run at the same time.</param>
    /// <param name="cancellationToken">Cancels what runs and what has not started.</param>
    public static IAsyncEnumerable<ElevationResult> ComputeAsync(
        this IElevationClient client, IEnumerable<LngLat> places, ImageDecoder decoder, TerrainOptions? options = null, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(client, nameof(client));
        Guard.NotNull(places, nameof(places));
        return client.ComputeAsync(places.AsAsync(), decoder, options, cancellationToken);
    }

    /// <summary>Gets the heights along a line: at each of its points, or evenly spaced.</summary>
    /// <param name="client">The client.</param>
    /// <param name="line">The points of the line, two or more.</param>
    /// <param name="spacing">The distance between two heights in metres; <see langword="null"/> for one at each point of the line.</param>
    /// <param name="options">The unit, and how many requests run at the same time.</param>
    /// <param name="cancellationToken">Cancels what runs and what has not started.</param>
    /// <returns>Heights with their distance along the line, from its beginning to its end.</returns>
    /// <exception cref="ArgumentException">The line has less than two points, or <paramref name="spacing"/> is not positive or makes more than a million heights.</exception>
    public static IAsyncEnumerable<ElevationProfilePoint> GetProfileAsync(
        this IElevationClient client, IReadOnlyList<LngLat> line, double? spacing = null, ElevationOptions? options = null, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(client, nameof(client));
        var samples = ProfileSamples.Of(line, spacing);
        return ProfileAsync(client.BatchAsync(samples.Select(sample => sample.Place), options, cancellationToken), samples, cancellationToken);
    }

    /// <inheritdoc cref="GetProfileAsync(IElevationClient, IReadOnlyList{LngLat}, double?, ElevationOptions?, CancellationToken)"/>
    public static IAsyncEnumerable<ElevationProfilePoint> GetProfileAsync(
        this IElevationClient client, GeoJsonLineString line, double? spacing = null, ElevationOptions? options = null, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(line, nameof(line));
        return client.GetProfileAsync([.. line.Coordinates.Select(position => new LngLat(position.Longitude, position.Latitude))], spacing, options, cancellationToken);
    }

    private static async IAsyncEnumerable<ElevationProfilePoint> ProfileAsync(
        IAsyncEnumerable<ElevationResult> heights, IReadOnlyList<(double Distance, LngLat Place)> samples, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var height in heights.WithCancellation(cancellationToken).ConfigureAwait(false))
            yield return new ElevationProfilePoint { Distance = samples[(int)height.Index].Distance, Place = height.Place, Elevation = height.Elevation, Error = height.Error };
    }
}
