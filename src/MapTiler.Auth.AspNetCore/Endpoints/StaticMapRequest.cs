using System.Globalization;
using System.Text.RegularExpressions;
using MapTiler.AspNetCore.Proxy;
using Microsoft.AspNetCore.Http;

namespace MapTiler.AspNetCore.Endpoints;

/// <summary>A request for a static map of a listed map, with the documented parameters.</summary>
internal static partial class StaticMapRequest
{
    private const int MaxSize = 2048;
    private const int MaxZoom = 22;
    private const int MaxUrlLength = 7936; // the limit of the service, minus the length of the key and the signature
    private static readonly string[] Content = ["markers", "path"]; // an automatic area requires one of these
    private static readonly string[] Parameters = ["path", "markers", "attribution", "padding", "shortest", "latlng"]; // in the order of MapTilerUrlBuilder

    /// <summary>Returns the URL of the image; <see langword="null"/> if the request is not valid.</summary>
    /// <exception cref="UpstreamException">The URL is too long.</exception>
    public static Uri? Read(HttpRequest request, Account account, string mapId)
    {
        var area = (string?)request.RouteValues["area"] ?? "";
        var file = File.Match((string?)request.RouteValues["file"] ?? "");
        if (!IsArea(area, request.Query) || !file.Success || !IsSize(file.Groups["width"].ValueSpan) || !IsSize(file.Groups["height"].ValueSpan)
            || RequestQuery.Filter(request.Query, Parameters, MaxUrlLength) is not { } query)
        {
            return null;
        }

        var url = $"{account.PublicApi.Urls.BaseUrl}/maps/{mapId}/static/{area}/{file.Value}{query}";
        return url.Length <= MaxUrlLength ? new Uri(url, UriKind.Absolute) : throw new UpstreamException(System.Net.HttpStatusCode.RequestUriTooLong, "The URL of the static map is too long.");
    }

    private static bool IsSize(ReadOnlySpan<char> value) => RequestPath.TryReadNumber(value, out var size) && size is > 0 and <= MaxSize;

    private static bool IsArea(string area, IQueryCollection query)
    {
        if (area == "auto")
            return Content.Any(query.ContainsKey);
        if (!Numbers.IsMatch(area))
            return false;

        var numbers = area.Split(',').Select(number => double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture)).ToArray();
        return IsLocation(numbers[0], numbers[1]) && (numbers.Length == 3 ? numbers[2] is >= 0 and <= MaxZoom : IsLocation(numbers[2], numbers[3]));
    }

    private static bool IsLocation(double longitude, double latitude) => double.Abs(longitude) <= 180 && double.Abs(latitude) <= 90;

    [GeneratedRegex(@"^-?[0-9]{1,3}(\.[0-9]{1,12})?(,-?[0-9]{1,3}(\.[0-9]{1,12})?){2,3}\z")]
    private static partial Regex Numbers { get; }

    [GeneratedRegex(@"^(?<width>[0-9]{1,4})x(?<height>[0-9]{1,4})(@2x)?\.(png|jpg|webp)\z")]
    private static partial Regex File { get; }
}
