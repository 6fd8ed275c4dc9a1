namespace MapTiler.Coordinates;

/// <summary>Transformations of points that are there already.</summary>
public static class CoordinatesClientExtensions
{
    /// <inheritdoc cref="ICoordinatesClient.TransformBatchAsync"/>
    /// <param name="client">The client.</param>
    /// <param name="points">The points.</param>
    /// <param name="options">The systems, and how many requests run at the same time.</param>
    /// <param name="cancellationToken">Cancels what runs and what has not started.</param>
    public static IAsyncEnumerable<CoordinateTransformResult> TransformBatchAsync(
        this ICoordinatesClient client, IEnumerable<ProjectedPoint> points, CoordinateTransformOptions? options = null, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(client, nameof(client));
        Guard.NotNull(points, nameof(points));
        return client.TransformBatchAsync(points.AsAsync(), options, cancellationToken);
    }
}
