using System.Runtime.CompilerServices;

namespace MapTiler.Coordinates;

/// <inheritdoc cref="ICoordinatesClient"/>
internal sealed class CoordinatesClient(RequestSender sender) : ICoordinatesClient
{
    private const int PageSize = 50;

    public Task<CoordinateSearchResult> SearchAsync(string query, CoordinateSearchOptions? options = null, CancellationToken cancellationToken = default) =>
        sender.GetAsync(Endpoints.CoordinateSearch, urls => urls.CoordinateSearch(query, options), CoordinatesJson.ReadSearch, cancellationToken);

    public IAsyncEnumerable<CoordinateSearchItem> SearchAllAsync(string query, CoordinateSearchOptions? options = null, CancellationToken cancellationToken = default)
    {
        sender.Urls.CoordinateSearch(query, options); // refuses what is wrong now and not at the first page
        return SearchPagesAsync(query, options ?? new(), cancellationToken);
    }

    public async Task<ProjectedPoint?> TransformAsync(ProjectedPoint point, CoordinateTransformOptions? options = null, CancellationToken cancellationToken = default)
    {
        var answer = await GetAsync([point], options ?? new(), cancellationToken).ConfigureAwait(false);
        return answer[0].Point;
    }

    public IAsyncEnumerable<CoordinateTransformResult> TransformBatchAsync(
        IAsyncEnumerable<ProjectedPoint> points, CoordinateTransformOptions? options = null, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(points, nameof(points));
        options ??= new();
        var room = UrlWriter.MaxLength - sender.Urls.CoordinateTransform([default], options).AbsoluteUri.Length + "0,0".Length;
        return new UrlBatch<ProjectedPoint, (ProjectedPoint? Point, string? Strategy), CoordinateTransformResult>(
            Endpoints.CoordinateTransform,
            room,
            static (ref url, point) => MapTilerUrlBuilder.WritePoint(ref url, point),
            (items, token) => GetAsync(items, options, token),
            static (index, point, answer, error) => new CoordinateTransformResult { Index = index, Source = point, Point = answer.Point, SelectionStrategy = answer.Strategy, Error = error })
            .RunAsync(points, options.MaxConcurrency, cancellationToken);
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
        var answer = await sender.GetAsync(
            Endpoints.CoordinateTransform, urls => urls.CoordinateTransform(points, options), CoordinatesJson.ReadTransform, cancellationToken, points.Count).ConfigureAwait(false);
        return answer.Results.Count == points.Count
            ? [.. answer.Results.Select(point => (point?.ToPoint(), answer.Strategy))]
            : throw new MapTilerException(MapTilerErrorReason.InvalidResponse, $"MapTiler answered {answer.Results.Count} points for {points.Count}, so none can be told apart.") { Endpoint = Endpoints.CoordinateTransform.Template };
    }
}
