using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace MapTiler.AspNetCore.Endpoints;

/// <summary>A geocoding request of a search box: a query, a location, or the id of a feature, with the documented parameters.</summary>
internal static partial class GeocodingRequest
{
    private const int MaxQueryLength = 256;
    private const string Extension = ".json";
    private static readonly string[] Parameters = ["autocomplete", "bbox", "country", "excludeTypes", "fuzzyMatch", "language", "limit", "proximity", "types", "worldview"];

    /// <summary>Returns the URL of the search; <see langword="null"/> if the request is not valid.</summary>
    public static Uri? Read(HttpRequest request, MapTilerUrlBuilder urls)
    {
        if (ReadQuery(request) is not { } query || QueryFilter.Apply(request.Query, Parameters, MaxQueryLength) is not { } parameters)
            return null;

        try
        {
            var url = ParseLocation(query) is { } location ? urls.GeocodingReverse(location) : FeatureId.IsMatch(query) ? urls.GeocodingById(query) : urls.GeocodingSearch(query);
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
        if (!target.EndsWith(Extension, StringComparison.Ordinal))
            return null;

        var query = Uri.UnescapeDataString(target[..^Extension.Length].ToString()).Trim();
        // A ';' separates the queries of a batch, and each of them is billed.
        return query.Length is > 0 and <= MaxQueryLength && !query.Any(static c => char.IsControl(c) || c is ';') ? query : null;
    }

    private static LngLat? ParseLocation(string query)
    {
        var parts = query.Split(',');
        return parts.Length == 2 && ParseDegrees(parts[0]) is { } longitude && ParseDegrees(parts[1]) is { } latitude && double.Abs(longitude) <= 180 && double.Abs(latitude) <= 90
            ? new LngLat(longitude, latitude)
            : null;
    }

    private static double? ParseDegrees(string value) =>
        double.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var degrees) ? degrees : null;

    [GeneratedRegex(@"^[a-z_]+\.[0-9]+\z")]
    private static partial Regex FeatureId { get; }
}
