namespace MapTiler;

/// <summary>The content types of the service and the extensions of their files.</summary>
internal static class ContentTypes
{
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
