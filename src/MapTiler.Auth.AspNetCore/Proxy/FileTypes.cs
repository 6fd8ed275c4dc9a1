using System.Net.Http.Headers;

namespace MapTiler.AspNetCore;

/// <summary>The types that files of maps have. Anything else, such as a page of a proxy on the way, would run as one of the application.</summary>
internal static class FileTypes
{
    private static readonly string[] Pictures = ["image/png", "image/jpeg", "image/webp", "image/avif", "image/gif"];
    private static readonly string[] Binaries = ["application/x-protobuf", "application/protobuf", "application/vnd.mapbox-vector-tile", "application/octet-stream"];

    public static bool IsFile(string? contentType) => MediaType(contentType) is { } type && (Is(type, Pictures) || Is(type, Binaries) || IsJsonType(type));

    public static bool IsJson(string? contentType) => MediaType(contentType) is { } type && IsJsonType(type);

    private static bool IsJsonType(string type) =>
        Is(type, "application/json") || (type.StartsWith("application/", StringComparison.OrdinalIgnoreCase) && type.EndsWith("+json", StringComparison.OrdinalIgnoreCase));

    // One type and no list of them, of which browsers would take the last.
    private static string? MediaType(string? contentType) => MediaTypeHeaderValue.TryParse(contentType, out var value) ? value.MediaType : null;

    private static bool Is(string type, params ReadOnlySpan<string> others)
    {
        foreach (var other in others)
        {
            if (type.Equals(other, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
