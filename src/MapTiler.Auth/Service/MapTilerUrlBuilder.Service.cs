namespace MapTiler;

public sealed partial class MapTilerUrlBuilder
{
    internal Uri ServiceCollection(string path) => ServiceList(path, cursor: null, pageSize: null);

    internal Uri ServiceList(string path, string? cursor, int? pageSize)
    {
        var url = Write(stackalloc char[UrlWriter.InitialLength]);
        url.Literal(path);
        url.Parameter("cursor", cursor);
        url.Parameter("limit", pageSize);
        return Finish(ref url);
    }

    internal Uri ServiceItem(string path, string id, string rest = "")
    {
        var url = Write(stackalloc char[UrlWriter.InitialLength]);
        url.Literal(path);
        url.Segment(id, nameof(id));
        url.Literal(rest);
        return Finish(ref url);
    }

    internal Uri Analytics(string report, string period, string classifier, string? group, bool isCsv, int? limit)
    {
        var url = Write(stackalloc char[UrlWriter.InitialLength]);
        url.Literal("/v1/analytics/api_usage/");
        url.Literal(report);
        url.Parameter("period", period);
        url.Parameter("classifier", classifier);
        url.Parameter("group", group);
        url.Parameter("format", isCsv ? "csv" : null);
        url.Parameter("limit", limit);
        return Finish(ref url);
    }
}
