using MapTiler.Geocoding;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace MapTiler.AspNetCore.Endpoints;

/// <summary>A geocoding request of a search box: a query, a location, or the id of a feature, with the documented parameters.</summary>
internal static class GeocodingRequest
{
    private const int MaxQueryLength = 256;
    private const string Extension = ".json";
    private static readonly string[] Parameters = ["autocomplete", "bbox", "country", "excludeTypes", "fuzzyMatch", "language", "limit", "proximity", "types", "worldview"];

    /// <summary>Returns the URL of the search; <see langword="null"/> if the request is not valid.</summary>
    public static Uri? Read(HttpRequest request, MapTilerUrlBuilder urls)
    {
        if (ReadQuery(request) is not { } query || RequestQuery.Filter(request.Query, Parameters, MaxQueryLength) is not { } parameters)
            return null;

        try
        {
            var url = urls.Geocoding(GeocodingQuery.Parse(query));
            return parameters.Length == 0 ? url : new Uri(url.AbsoluteUri + parameters, UriKind.Absolute);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // Reads the raw target, because in the path that the server decoded, an escaped slash of the query cannot be distinguished from other characters.
    private static string? ReadQuery(HttpRequest request)
    {
        var target = (request.HttpContext.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "").AsSpan();
        if (target.IndexOf('?') is >= 0 and var end)
            target = target[..end];
        target = target[(target.LastIndexOf('/') + 1)..];
        // A ';' that is not escaped separates the queries of a batch, and each of them is billed.
        if (!target.EndsWith(Extension, StringComparison.Ordinal) || target.Contains(';'))
            return null;

        var query = Uri.UnescapeDataString(target[..^Extension.Length].ToString()).Trim();
        return query.Length is > 0 and <= MaxQueryLength && !query.Any(static c => char.IsControl(c) && !char.IsWhiteSpace(c)) ? query : null;
    }
}
