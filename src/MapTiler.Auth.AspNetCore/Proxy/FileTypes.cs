using System.Net.Http.Headers;

namespace MapTiler.AspNetCore.Proxy;

/// <summary>The content types of the files of maps. Other types, such as the HTML page of an intermediate proxy, are rejected, because a browser would run them as a page of the application.</summary>
internal static class FileTypes
{
    private static readonly string[] Images = ["image/png", "image/jpeg", "image/webp", "image/avif", "image/gif"];
    private static readonly string[] Binaries = ["application/x-protobuf", "application/protobuf", "application/vnd.mapbox-vector-tile", "application/octet-stream"];

    public static string? Of(HttpResponseMessage response) =>
        response.Content.Headers.NonValidated.TryGetValues("Content-Type", out var values) ? values.ToString() : null;

    public static bool IsFile(string? contentType) => MediaType(contentType) is { } type && (Is(type, Images) || Is(type, Binaries) || IsJsonType(type));

    public static bool IsJson(string? contentType) => MediaType(contentType) is { } type && IsJsonType(type);

    /// <summary>The content type without parameters other than the charset, which browsers could take for the type.</summary>
    public static string? Normalize(string? contentType) => MediaTypeHeaderValue.TryParse(contentType, out var value)
        ? value.CharSet is { Length: > 0 } charset && charset.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-') ? $"{value.MediaType}; charset={charset}" : value.MediaType
        : null;

    private static bool IsJsonType(string type) =>
        Is(type, "application/json") || (type.StartsWith("application/", StringComparison.OrdinalIgnoreCase) && type.EndsWith("+json", StringComparison.OrdinalIgnoreCase));

    // Rejects a list of types, of which browsers would use the last one.
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
