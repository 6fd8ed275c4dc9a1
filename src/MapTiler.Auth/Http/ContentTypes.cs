namespace MapTiler.Http;

/// <summary>The content types of the service and their file extensions.</summary>
internal static class ContentTypes
{
    /// <summary>Indicates whether the content is text, such as the sign-in page of a proxy, where an image or a tile is expected.</summary>
    public static bool IsTextInsteadOfFile(string? contentType) => contentType?.ToLowerInvariant() is "text/html" or "text/plain" or "application/json" or "application/problem+json" or "text/xml" or "application/xml";

    public static string ExtensionOf(string contentType) => contentType.ToLowerInvariant() switch
    {
        "image/png" => "png",
        "image/jpeg" or "image/jpg" => "jpg",
        "image/webp" => "webp",
        "image/avif" => "avif",
        "image/svg+xml" => "svg",
        "application/x-protobuf" or "application/vnd.mapbox-vector-tile" or "application/protobuf" => "pbf",
        "application/json" or "text/json" => "json",
        "application/geo+json" => "geojson",
        "text/xml" or "application/xml" => "xml",
        "text/html" => "html",
        "text/csv" => "csv",
        _ => "bin",
    };
}
