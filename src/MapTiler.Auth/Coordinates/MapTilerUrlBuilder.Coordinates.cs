using MapTiler.Coordinates;

namespace MapTiler;

public sealed partial class MapTilerUrlBuilder
{
    private const int MaxSearchLimit = 50;

    /// <summary>Builds the URL of a <see href="https://docs.maptiler.com/cloud/api/coordinates/">search of coordinate reference systems</see>.</summary>
    /// <param name="query">Words of a name or an area, such as <c>Finland</c>, and filters in the syntax of the service. It may be empty with a filter in <paramref name="options"/>.</param>
    /// <param name="options">The filters; <see langword="null"/> for none.</param>
    /// <exception cref="ArgumentException">Query and filters are empty, or an option is out of range.</exception>
    public Uri CoordinateSearch(string query, CoordinateSearchOptions? options = null)
    {
        Guard.NotNull(query, nameof(query));
        if (options?.Limit is < 1 or > MaxSearchLimit)
            throw Guard.OptionRange(nameof(options.Limit), $"A limit must be between 1 and {MaxSearchLimit}.");
        if (options?.Offset < 0)
            throw Guard.OptionRange(nameof(options.Offset), "An offset must not be negative.");

        var url = Write(stackalloc char[UrlWriter.InitialLength]);
        url.Literal("/coordinates/search/");
        url.Text(SearchTerms(query, options), nameof(query));
        url.Literal(".json");
        url.Parameter("limit", options?.Limit);
        url.Parameter("offset", options?.Offset);
        url.Parameter("transformations", options?.DescribeTransformations);
        url.Parameter("exports", options?.Exports);
        return Finish(ref url);
    }

    /// <summary>Builds the URL of a coordinate transformation of 1 to 50 points.</summary>
    /// <param name="points">The points: x, easting or longitude first.</param>
    /// <param name="options">The systems. Set at least one: by default both are WGS84 (4326).</param>
    /// <exception cref="ArgumentException">There are no points or more than 50, or an EPSG code is not positive.</exception>
    public Uri CoordinateTransform(IReadOnlyList<ProjectedPoint> points, CoordinateTransformOptions options)
    {
        Guard.NotNull(options, nameof(options));
        var url = WriteBatch(stackalloc char[UrlWriter.InitialLength], Endpoints.CoordinateTransform, points, static (ref url, point) => WritePoint(ref url, point, nameof(points)), nameof(points));
        WriteTransformSuffix(ref url, options);
        return Finish(ref url);
    }

    internal static void WritePoint(ref UrlWriter url, ProjectedPoint point, string parameter)
    {
        CheckPoint(point, parameter);
        url.Number(point.X);
        url.Literal(',');
        url.Number(point.Y);
        if (point.Z is { } z)
        {
            url.Literal(',');
            url.Number(z);
        }
    }

    internal static void CheckPoint(ProjectedPoint point, string parameter)
    {
        if (!FixedPoint.CanWrite(point.X) || !FixedPoint.CanWrite(point.Y) || !FixedPoint.CanWrite(point.Z ?? 0))
            throw new ArgumentOutOfRangeException(parameter, "A coordinate of the point is too large for a URL.");
    }

    internal static void WriteTransformSuffix(ref UrlWriter url, CoordinateTransformOptions options)
    {
        url.Literal(".json");
        if (options.SourceCrs != 4326)
            url.Parameter("s_srs", CheckCode(options.SourceCrs, nameof(options.SourceCrs)));
        if (options.TargetCrs != 4326)
            url.Parameter("t_srs", CheckCode(options.TargetCrs, nameof(options.TargetCrs)));
        if (options.Operations is not { Count: > 0 } operations)
            return;

        url.Parameter("ops");
        for (var i = 0; i < operations.Count; i++)
        {
            if (i > 0)
                url.Literal("%7C");
            url.Number(CheckCode(operations[i], nameof(options.Operations)));
        }
    }

    private static string SearchTerms(string query, CoordinateSearchOptions? options)
    {
        var words = new List<string>();
        if (!string.IsNullOrWhiteSpace(query))
            words.Add(query.Trim());
        if (options?.Kind is { } kind)
            words.Add("kind:" + kind);
        if (options?.Code is { } code)
            words.Add("code:" + FixedPoint.ToText(CheckCode(code, nameof(options.Code))));
        if (options?.Transformation is { } transformation)
            words.Add("trans:" + FixedPoint.ToText(CheckCode(transformation, nameof(options.Transformation))));
        if (options?.Deprecated is { } deprecated)
        {
            words.Add("deprecated:" + deprecated switch
            {
                DeprecatedFilter.Exclude => "0",
                DeprecatedFilter.Only => "1",
                DeprecatedFilter.Include => "*",
                _ => throw Guard.OptionRange(nameof(options.Deprecated), "The filter must be Exclude, Only or Include."),
            });
        }

        return string.Join(" ", words);
    }

    private static int CheckCode(int code, string option) =>
        code > 0 ? code : throw Guard.OptionRange(option, "An EPSG code must be a positive number.");
}
