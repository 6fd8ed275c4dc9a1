using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace MapTiler.AspNetCore;

/// <summary>One search of a search box: a text, a place, or the id of a feature, with the documented parameters.</summary>
internal static partial class GeocodingRequest
{
    private const int MaxTextLength = 256;
    private const string Extension = ".json";
    private static readonly string[] Parameters = ["autocomplete", "bbox", "country", "excludeTypes", "fuzzyMatch", "language", "limit", "proximity", "types", "worldview"];

    /// <summary>The address of the search; <see langword="null"/> if it is none.</summary>
    public static Uri? Read(HttpRequest request, MapTilerUrlBuilder urls)
    {
        if (Text(request) is not { } text || QueryText.Of(request.Query, Parameters, MaxTextLength) is not { } query)
            return null;

        try
        {
            var address = Place(text) is { } place ? urls.GeocodingReverse(place) : FeatureId.IsMatch(text) ? urls.GeocodingById(text) : urls.GeocodingSearch(text);
            return query.Length == 0 ? address : new Uri(address.AbsoluteUri + query, UriKind.Absolute);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // Of the path that the server decoded, nobody knows whether a "%2F" was a slash of the text or three characters of it.
    private static string? Text(HttpRequest request)
    {
        var target = (request.HttpContext.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "").AsSpan();
        if (target.IndexOf('?') is >= 0 and var query)
            target = target[..query];
        target = target[(target.LastIndexOf('/') + 1)..];
        if (!target.EndsWith(Extension, StringComparison.Ordinal))
            return null;

        var text = Uri.UnescapeDataString(target[..^Extension.Length].ToString()).Trim();
        // A ';' would begin another search, and each is billed.
        return text.Length is > 0 and <= MaxTextLength && !text.Any(static c => char.IsControl(c) || c is ';') ? text : null;
    }

    private static LngLat? Place(string text)
    {
        var parts = text.Split(',');
        return parts.Length == 2 && Degrees(parts[0]) is { } longitude && Degrees(parts[1]) is { } latitude && double.Abs(longitude) <= 180 && double.Abs(latitude) <= 90
            ? new LngLat(longitude, latitude)
            : null;
    }

    private static double? Degrees(string text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var degrees) ? degrees : null;

    [GeneratedRegex(@"^[a-z_]+\.[0-9]+\z")]
    private static partial Regex FeatureId { get; }
}
