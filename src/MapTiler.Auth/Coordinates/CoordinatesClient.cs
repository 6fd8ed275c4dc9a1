using System.Runtime.CompilerServices;

namespace MapTiler.Coordinates;

/// <summary>
/// The client of the <see href="https://docs.maptiler.com/cloud/api/coordinates/">Coordinates API</see>: searches coordinate reference systems of
/// the EPSG dataset and transforms points between them. It is safe for concurrent use.
/// </summary>
public class CoordinatesClient
{
    private const int PageSize = 50;

    private readonly RequestSender _sender;

    /// <summary>Creates an instance for mocking, whose methods must be overridden.</summary>
    protected CoordinatesClient() => _sender = null!;

    internal CoordinatesClient(RequestSender sender) => _sender = sender;

    /// <summary>Searches coordinate reference systems and other objects of the EPSG dataset.</summary>
    /// <param name="query">Words of a name or an area, such as <c>Finland</c>. It may be empty with a filter in <paramref name="options"/>.</param>
    /// <param name="options">The filters; <see langword="null"/> for none.</param>
    /// <param name="cancellationToken">The token that cancels the request.</param>
    /// <returns>One page of results and the number of results on all pages.</returns>
    /// <exception cref="ArgumentException">Query and filters are empty, or an option is out of range.</exception>
    /// <exception cref="MapTilerException">The request failed.</exception>
    public virtual Task<CoordinateSearchResult> SearchAsync(string query, CoordinateSearchOptions? options = null, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(ApiRequest.For(Endpoints.CoordinateSearch, urls => urls.CoordinateSearch(query, options), CoordinatesJson.ReadSearch), cancellationToken);

    /// <summary>Searches like <see cref="SearchAsync"/> and returns the results of all pages. Each page is requested when it is needed.</summary>
    /// <remarks>It ends after a page that is not full, unless there are more results according to <see cref="CoordinateSearchResult.Total"/>, and at a page without new results.</remarks>
    /// <param name="query">Words of a name or an area, such as <c>Finland</c>. It may be empty with a filter in <paramref name="options"/>.</param>
    /// <param name="options">The filters, the maximum number of results on all pages (<see cref="CoordinateSearchOptions.Limit"/>) and the start (<see cref="CoordinateSearchOptions.Offset"/>).</param>
    /// <param name="cancellationToken">The token that cancels the enumeration.</param>
    /// <exception cref="ArgumentException">Query and filters are empty, or an option is out of range.</exception>
    /// <exception cref="MapTilerException">The request of a page failed. The results of the pages before it have been returned.</exception>
    public virtual IAsyncEnumerable<CoordinateSearchItem> SearchAllAsync(string query, CoordinateSearchOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new();
        if (options.Limit < 1)
            throw Guard.OptionRange(nameof(options.Limit), "At least one result must be allowed.");
        _sender.Urls.CoordinateSearch(query, options.WithPage(options.Offset, PageSize)); // throws now instead of at the first page
        return SearchPagesAsync(query, options, cancellationToken);
    }

    /// <summary>Transforms a point from one coordinate reference system to another.</summary>
    /// <param name="point">The point in the source system: x, easting or longitude first.</param>
    /// <param name="options">The systems. Set at least one: by default both are WGS84 (4326).</param>
    /// <param name="cancellationToken">The token that cancels the request.</param>
    /// <returns>The point in the target system; <see langword="null"/> if it does not exist there.</returns>
    /// <exception cref="ArgumentException">An EPSG code is not positive.</exception>
    /// <exception cref="MapTilerException">The request failed.</exception>
    [OverloadResolutionPriority(1)] // for new(x, y)
    public virtual Task<ProjectedPoint?> TransformAsync(ProjectedPoint point, CoordinateTransformOptions options, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(options, nameof(options));
        MapTilerUrlBuilder.CheckPoint(point, nameof(point));
        return SingleAsync(_sender.SendAsync(
            ApiRequest.For(Endpoints.CoordinateTransform, urls => urls.CoordinateTransform([point], options), CoordinatesJson.ReadTransform), cancellationToken));

        static async Task<ProjectedPoint?> SingleAsync(Task<IReadOnlyList<TransformedPoint>> response) =>
            await response.ConfigureAwait(false) is var points && points.Count == 1
                ? points[0].Point
                : throw new MapTilerException(MapTilerErrorReason.InvalidResponse, $"MapTiler returned {points.Count} points for one point.") { Endpoint = Endpoints.CoordinateTransform.Template };
    }

    /// <summary>Transforms a location from WGS84 to another coordinate reference system.</summary>
    /// <param name="location">The location.</param>
    /// <param name="options">The target system. The source system must be 4326, which is the default.</param>
    /// <param name="cancellationToken">The token that cancels the request.</param>
    /// <returns>The point in the target system; <see langword="null"/> if it does not exist there.</returns>
    /// <exception cref="ArgumentException">The source system is not 4326, or an EPSG code is not positive.</exception>
    /// <exception cref="MapTilerException">The request failed.</exception>
    public virtual Task<ProjectedPoint?> TransformAsync(LngLat location, CoordinateTransformOptions options, CancellationToken cancellationToken = default)
    {
        CheckSourceOfLocations(options);
        return TransformAsync(PointOf(location), options, cancellationToken);
    }

    /// <summary>Transforms any number of points, up to 50 per request. Each point is billed; none is dropped or merged.</summary>
    /// <param name="points">The points. They are read as they are needed.</param>
    /// <param name="options">The systems. Set at least one: by default both are WGS84 (4326).</param>
    /// <param name="maxConcurrency">The maximum number of concurrent requests, 1 or more.</param>
    /// <param name="cancellationToken">The token that cancels the running and the remaining requests.</param>
    /// <returns>
    /// One result per point, in the order of the points. A point that the service rejects affects only itself: the points of its request are sent again in
    /// smaller requests, at most 11 more for one such point and 98 more for all points of a request.
    /// </returns>
    /// <exception cref="MapTilerException">
    /// While enumerating: the credential, the quota or the plan of the account does not allow the requests. No more points are sent, and the results of those that
    /// were sent have been returned.
    /// </exception>
    /// <exception cref="ArgumentException">An option or <paramref name="maxConcurrency"/> is out of range.</exception>
    public virtual IAsyncEnumerable<CoordinateTransformResult> TransformBatchAsync(
        IAsyncEnumerable<ProjectedPoint> points, CoordinateTransformOptions options, int maxConcurrency = 4, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(points, nameof(points));
        Guard.NotNull(options, nameof(options));
        return new UrlBatch<ProjectedPoint, TransformedPoint, CoordinateTransformResult>(
            _sender,
            Endpoints.CoordinateTransform,
            UrlWriter.Part((ref url) => MapTilerUrlBuilder.WriteTransformSuffix(ref url, options)),
            static (ref url, point) => MapTilerUrlBuilder.WritePoint(ref url, point, nameof(point)),
            CoordinatesJson.ReadTransform,
            static (index, point, value, error) => new CoordinateTransformResult { Index = index, Source = point, Point = value.Point, SelectionStrategy = value.Strategy, Error = error })
            .RunAsync(points, maxConcurrency, cancellationToken);
    }

    /// <inheritdoc cref="TransformBatchAsync(IAsyncEnumerable{ProjectedPoint}, CoordinateTransformOptions, int, CancellationToken)"/>
    [OverloadResolutionPriority(1)] // for an empty collection expression
    public virtual IAsyncEnumerable<CoordinateTransformResult> TransformBatchAsync(
        IEnumerable<ProjectedPoint> points, CoordinateTransformOptions options, int maxConcurrency = 4, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(points, nameof(points));
        return TransformBatchAsync(points.AsAsync(), options, maxConcurrency, cancellationToken);
    }

    /// <summary>Transforms any number of locations from WGS84, up to 50 per request. Each location is billed; none is dropped or merged.</summary>
    /// <param name="locations">The locations. They are read as they are needed.</param>
    /// <param name="options">The target system. The source system must be 4326, which is the default.</param>
    /// <param name="maxConcurrency">The maximum number of concurrent requests, 1 or more.</param>
    /// <param name="cancellationToken">The token that cancels the running and the remaining requests.</param>
    /// <returns>One result per location, in the order of the locations. A failed request affects only its own locations.</returns>
    /// <exception cref="ArgumentException">The source system is not 4326, or an option or <paramref name="maxConcurrency"/> is out of range.</exception>
    public virtual IAsyncEnumerable<CoordinateTransformResult> TransformBatchAsync(
        IEnumerable<LngLat> locations, CoordinateTransformOptions options, int maxConcurrency = 4, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(locations, nameof(locations));
        CheckSourceOfLocations(options);
        return TransformBatchAsync(locations.Select(PointOf).AsAsync(), options, maxConcurrency, cancellationToken);
    }

    private static ProjectedPoint PointOf(LngLat location) => new(location.Longitude, location.Latitude);

    private static void CheckSourceOfLocations(CoordinateTransformOptions options)
    {
        Guard.NotNull(options, nameof(options));
        if (options.SourceCrs != 4326)
            throw Guard.Option(nameof(options.SourceCrs), "A LngLat is a location in WGS84 (4326). Pass a ProjectedPoint for another source system.");
    }

    private async IAsyncEnumerable<CoordinateSearchItem> SearchPagesAsync(string query, CoordinateSearchOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The total alone does not decide: if it is wrong, results must not be lost, and the requests must end.
        var (offset, missing) = (options.Offset ?? 0, options.Limit ?? int.MaxValue);
        var seen = new HashSet<(CoordinateKind, string)>();
        CoordinateSearchResult page;
        int size;
        do
        {
            size = Math.Min(missing, PageSize);
            page = await SearchAsync(query, options.WithPage(offset, size), cancellationToken).ConfigureAwait(false);
            var count = seen.Count;
            seen.UnionWith(page.Results.Select(item => (item.Kind, item.ToString())));
            if (seen.Count == count)
                yield break;
            foreach (var item in page.Results.Take(size))
                yield return item;
            offset += page.Results.Count;
            missing -= page.Results.Count;
        }
        while (missing > 0 && (page.Results.Count >= size || offset < page.Total));
    }
}
