using System.Runtime.CompilerServices;

namespace MapTiler.Coordinates;

/// <summary>Coordinate systems of the EPSG data set, and coordinates from one to another. See <see href="https://docs.maptiler.com/cloud/api/coordinates/">the Coordinates API</see>. Safe for concurrent use.</summary>
public class CoordinatesClient
{
    private readonly RequestSender _sender;

    /// <summary>Creates an instance for mocking, whose methods must be overridden.</summary>
    protected CoordinatesClient() => _sender = null!;

    internal CoordinatesClient(RequestSender sender) => _sender = sender;

    private const int PageSize = 50;

    /// <summary>Finds coordinate systems and other objects of the EPSG data set.</summary>
    /// <param name="query">Words of a name or an area, such as <c>Finland</c>. May be empty with a filter in <paramref name="options"/>.</param>
    /// <param name="options">Filters.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One page of results and how many there are in all.</returns>
    /// <exception cref="ArgumentException">There is nothing to search for, or an option is out of its range.</exception>
    /// <exception cref="MapTilerException">The call failed.</exception>
    public virtual Task<CoordinateSearchResult> SearchAsync(string query, CoordinateSearchOptions? options = null, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(ApiRequest.For(Endpoints.CoordinateSearch, urls => urls.CoordinateSearch(query, options), CoordinatesJson.ReadSearch), cancellationToken);

    /// <summary>Finds all of them, page by page as they are needed.</summary>
    /// <param name="query">Words of a name or an area, such as <c>Finland</c>. May be empty with a filter in <paramref name="options"/>.</param>
    /// <param name="options">Filters; <see cref="CoordinateSearchOptions.Limit"/> is the size of a page, 50 if it is not set, and <see cref="CoordinateSearchOptions.Offset"/> where to begin.</param>
    /// <param name="cancellationToken">Cancels what has not been read.</param>
    /// <exception cref="ArgumentException">There is nothing to search for, or an option is out of its range.</exception>
    /// <exception cref="MapTilerException">A page failed; those before it have been returned.</exception>
    public virtual IAsyncEnumerable<CoordinateSearchItem> SearchAllAsync(string query, CoordinateSearchOptions? options = null, CancellationToken cancellationToken = default)
    {
        _sender.Urls.CoordinateSearch(query, options); // refuses what is wrong now and not at the first page
        return SearchPagesAsync(query, options ?? new(), cancellationToken);
    }

    /// <summary>Transforms one point from one coordinate system to another.</summary>
    /// <param name="point">The point: x, easting or longitude first. A <see cref="LngLat"/> converts by itself.</param>
    /// <param name="options">The systems; by default both are WGS84.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The point in the other system; <see langword="null"/> if it has none there.</returns>
    /// <exception cref="ArgumentException">A code is not positive.</exception>
    /// <exception cref="MapTilerException">The call failed.</exception>
    public virtual async Task<ProjectedPoint?> TransformAsync(ProjectedPoint point, CoordinateTransformOptions? options = null, CancellationToken cancellationToken = default)
    {
        var answer = await GetAsync([point], options ?? new(), cancellationToken).ConfigureAwait(false);
        return answer[0].Point;
    }

    /// <summary>Transforms any number of points, up to 50 in one request. Every point is billed; nothing is dropped or merged.</summary>
    /// <param name="points">The points; read as they are needed.</param>
    /// <param name="options">The systems, and how many requests run at the same time.</param>
    /// <param name="cancellationToken">Cancels what runs and what has not started.</param>
    /// <returns>One result for each point, in their order; a failure costs only the points of its request.</returns>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public virtual IAsyncEnumerable<CoordinateTransformResult> TransformBatchAsync(
        IAsyncEnumerable<ProjectedPoint> points, CoordinateTransformOptions? options = null, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(points, nameof(points));
        options ??= new();
        var room = UrlWriter.MaxLength - _sender.Urls.CoordinateTransform([default], options).AbsoluteUri.Length + "0,0".Length;
        return new UrlBatch<ProjectedPoint, (ProjectedPoint? Point, string? Strategy), CoordinateTransformResult>(
            Endpoints.CoordinateTransform,
            room,
            static (ref url, point) => MapTilerUrlBuilder.WritePoint(ref url, point),
            (items, token) => GetAsync(items, options, token),
            static (index, point, answer, error) => new CoordinateTransformResult { Index = index, Source = point, Point = answer.Point, SelectionStrategy = answer.Strategy, Error = error })
            .RunAsync(points, options.MaxConcurrency, cancellationToken);
    }

    /// <inheritdoc cref="TransformBatchAsync(IAsyncEnumerable{ProjectedPoint}, CoordinateTransformOptions?, CancellationToken)"/>
    [OverloadResolutionPriority(1)] // an empty collection expression, and one of points and locations, are points
    public virtual IAsyncEnumerable<CoordinateTransformResult> TransformBatchAsync(
        IEnumerable<ProjectedPoint> points, CoordinateTransformOptions? options = null, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(points, nameof(points));
        return TransformBatchAsync(points.AsAsync(), options, cancellationToken);
    }

    /// <inheritdoc cref="TransformBatchAsync(IAsyncEnumerable{ProjectedPoint}, CoordinateTransformOptions?, CancellationToken)"/>
    public virtual IAsyncEnumerable<CoordinateTransformResult> TransformBatchAsync(
        IEnumerable<LngLat> points, CoordinateTransformOptions? options = null, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(points, nameof(points));
        return TransformBatchAsync(points.Select(point => (ProjectedPoint)point), options, cancellationToken);
    }

    private async IAsyncEnumerable<CoordinateSearchItem> SearchPagesAsync(string query, CoordinateSearchOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var offset = options.Offset ?? 0; ;)
        {
            var page = await SearchAsync(query, options.At(offset, options.Limit ?? PageSize), cancellationToken).ConfigureAwait(false);
            foreach (var item in page.Results)
                yield return item;

            offset += page.Results.Count;
            if (page.Results.Count == 0 || offset >= page.Total || (page.Total is null && page.Results.Count < (options.Limit ?? PageSize)))
                yield break;
        }
    }

    private async Task<IReadOnlyList<(ProjectedPoint? Point, string? Strategy)>> GetAsync(
        IReadOnlyList<ProjectedPoint> points, CoordinateTransformOptions options, CancellationToken cancellationToken)
    {
        var answer = await _sender.SendAsync(
            ApiRequest.For(Endpoints.CoordinateTransform, urls => urls.CoordinateTransform(points, options), CoordinatesJson.ReadTransform, points.Count),
            cancellationToken).ConfigureAwait(false);
        return answer.Results.Count == points.Count
            ? [.. answer.Results.Select(point => (point?.ToPoint(), answer.Strategy))]
            : throw new MapTilerException(MapTilerErrorReason.InvalidResponse, $"MapTiler answered {answer.Results.Count} points for {points.Count}, so none can be told apart.") { Endpoint = Endpoints.CoordinateTransform.Template };
    }
}
