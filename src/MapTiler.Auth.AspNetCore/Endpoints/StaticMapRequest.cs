using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace MapTiler.AspNetCore;

/// <summary>A static map of a listed map, with the documented parameters.</summary>
internal static partial class StaticMapRequest
{
    private const int MaxSize = 2048;
    private const int MaxAddressLength = 7936; // what the service takes, less key and signature
    private static readonly string[] Parameters = ["attribution", "latlng", "markers", "padding", "path", "shortest"];

    /// <summary>The address of the picture; <see langword="null"/> if there is none such.</summary>
    /// <exception cref="UpstreamException">It is too long.</exception>
    public static Uri? Read(HttpRequest request, Account account, string mapId)
    {
        var area = (string?)request.RouteValues["area"] ?? "";
        var file = File.Match((string?)request.RouteValues["file"] ?? "");
        if (!Area.IsMatch(area) || !file.Success || !IsSize(file.Groups["width"].ValueSpan) || !IsSize(file.Groups["height"].ValueSpan)
            || QueryText.Of(request.Query, Parameters, MaxAddressLength) is not { } query)
        {
            return null;
        }

        var address = $"{account.Origin}/maps/{mapId}/static/{area}/{file.Value}{query}";
        return address.Length <= MaxAddressLength ? new Uri(address, UriKind.Absolute) : throw new UpstreamException(System.Net.HttpStatusCode.RequestUriTooLong, "The address of the static map is too long.");
    }

    private static bool IsSize(ReadOnlySpan<char> text) => RouteText.TryReadNumber(text, out var size) && size is > 0 and <= MaxSize;

    [GeneratedRegex(@"^(auto|-?\d{1,3}(\.\d{1,12})?(,-?\d{1,3}(\.\d{1,12})?){2,3})\z")]
    private static partial Regex Area { get; }

    [GeneratedRegex(@"^(?<width>\d{1,4})x(?<height>\d{1,4})(@2x)?\.(png|jpg|webp)\z")]
    private static partial Regex File { get; }
}
