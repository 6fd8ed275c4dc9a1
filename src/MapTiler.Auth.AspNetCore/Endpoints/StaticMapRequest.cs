using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace MapTiler.AspNetCore;

/// <summary>A static map of a listed map, with the documented parameters.</summary>
internal static partial class StaticMapRequest
{
    private const int MaxSize = 2048;
    private const int MaxZoom = 22;
    private const int MaxAddressLength = 7936; // what the service takes, less key and signature
    private static readonly string[] Content = ["markers", "path"]; // one of which an automatic area needs
    private static readonly string[] Parameters = ["path", "markers", "attribution", "padding", "shortest", "latlng"]; // in the order of our own addresses

    /// <summary>The address of the picture; <see langword="null"/> if there is none such.</summary>
    /// <exception cref="UpstreamException">It is too long.</exception>
    public static Uri? Read(HttpRequest request, Account account, string mapId)
    {
        var area = (string?)request.RouteValues["area"] ?? "";
        var file = File.Match((string?)request.RouteValues["file"] ?? "");
        if (!IsArea(area, request.Query) || !file.Success || !IsSize(file.Groups["width"].ValueSpan) || !IsSize(file.Groups["height"].ValueSpan)
            || QueryText.Of(request.Query, Parameters, MaxAddressLength) is not { } query)
        {
            return null;
        }

        var address = $"{account.PublicApi.Urls.BaseUrl}/maps/{mapId}/static/{area}/{file.Value}{query}";
        return address.Length <= MaxAddressLength ? new Uri(address, UriKind.Absolute) : throw new UpstreamException(System.Net.HttpStatusCode.RequestUriTooLong, "The address of the static map is too long.");
    }

    private static bool IsSize(ReadOnlySpan<char> text) => RouteText.TryReadNumber(text, out var size) && size is > 0 and <= MaxSize;

    private static bool IsArea(string text, IQueryCollection query)
    {
        if (text == "auto")
            return Content.Any(query.ContainsKey);
        if (!Numbers.IsMatch(text))
            return false;

        var numbers = text.Split(',').Select(number => double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture)).ToArray();
        return IsPlace(numbers[0], numbers[1]) && (numbers.Length == 3 ? numbers[2] is >= 0 and <= MaxZoom : IsPlace(numbers[2], numbers[3]));
    }

    private static bool IsPlace(double longitude, double latitude) => double.Abs(longitude) <= 180 && double.Abs(latitude) <= 90;

    [GeneratedRegex(@"^-?[0-9]{1,3}(\.[0-9]{1,12})?(,-?[0-9]{1,3}(\.[0-9]{1,12})?){2,3}\z")]
    private static partial Regex Numbers { get; }

    [GeneratedRegex(@"^(?<width>[0-9]{1,4})x(?<height>[0-9]{1,4})(@2x)?\.(png|jpg|webp)\z")]
    private static partial Regex File { get; }
}
