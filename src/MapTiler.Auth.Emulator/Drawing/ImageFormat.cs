namespace MapTiler.Emulator;

/// <summary>The formats of images.</summary>
internal static class ImageFormat
{
    /// <summary>The media type of a file extension; null for one that the service does not have.</summary>
    public static string? MediaType(string extension) => extension switch
    {
        "png" => "image/png",
        "jpg" => "image/jpeg",
        "webp" => "image/webp",
        _ => null,
    };
}
