namespace MapTiler.Coordinates;

/// <summary>Coordinate systems of the EPSG data set, and coordinates from one to another. See <see href="https://docs.maptiler.com/cloud/api/coordinates/">the Coordinates API</see>. Safe for concurrent use.</summary>
public interface ICoordinatesClient
{
    /// <summary>Finds coordinate systems and other objects of the EPSG data set.</summary>
    /// <param name="query">Words of a name or an area, such as <c>Finland</c>. May be empty with a filter in <paramref name="options"/>.</param>
    /// <param name="options">Filters.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One page of results and how many there are in all.</returns>
    /// <exception cref="ArgumentException">There is nothing to search for, or an option is out of its range.</exception>
    /// <exception cref="MapTilerException">The call failed.</exception>
    Task<CoordinateSearchResult> SearchAsync(string query, CoordinateSearchOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Finds all of them, page by page as they are needed.</summary>
    /// <param name="query">Words of a name or an area, such as <c>Finland</c>. May be empty with a filter in <paramref name="options"/>.</param>
    /// <param name="options">Filters; <see cref="CoordinateSearchOptions.Limit"/> is the size of a page, 50 if it is not set, and <see cref="CoordinateSearchOptions.Offset"/> where to begin.</param>
    /// <param name="cancellationToken">Cancels what has not been read.</param>
    /// <exception cref="ArgumentException">There is nothing to search for, or an option is out of its range.</exception>
    /// <exception cref="MapTilerException">A page failed; those before it have been returned.</exception>
    IAsyncEnumerable<CoordinateSearchItem> SearchAllAsync(string query, CoordinateSearchOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Transforms one point from one coordinate system to another.</summary>
    /// <param name="point">The point: x, easting or longitude first. A <see cref="LngLat"/> converts by itself.</param>
    /// <param name="options">The systems; by default both are WGS84.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The point in the other system; <see langword="null"/> if it has none there.</returns>
    /// <exception cref="ArgumentException">A code is not positive.</exception>
    /// <exception cref="MapTilerException">The call failed.</exception>
    Task<ProjectedPoint?> TransformAsync(ProjectedPoint point, CoordinateTransformOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Transforms any number of points, up to 50 in one request. Every point is billed; nothing is dropped or merged.</summary>
    /// <param name="points">The points; read as they are needed.</param>
    /// <param name="options">The systems, and how many requests run at the same time.</param>
    /// <param name="cancellationToken">Cancels what runs and what has not started.</param>
    /// <returns>One result for each point, in their order; a failure costs only the points of its request.</returns>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    IAsyncEnumerable<CoordinateTransformResult> TransformBatchAsync(
        IAsyncEnumerable<ProjectedPoint> points, CoordinateTransformOptions? options = null, CancellationToken cancellationToken = default);
}
