namespace MapTiler.Maps;

/// <summary>What the service calls the formats.</summary>
internal static class ImageFormatExtensions
{
    public static string Extension(this ImageFormat format) => format switch
    {
        ImageFormat.Png => ".png",
        ImageFormat.Jpeg => ".jpg",
        ImageFormat.WebP => ".webp",
        _ => throw new ArgumentOutOfRangeException(nameof(format), "There is no such image format."),
    };
}
