using SkiaSharp;

namespace MapTiler.Emulator.Drawing;

/// <summary>Draws and encodes images.</summary>
internal static class RasterImage
{
    private const int JpegQuality = 85;

    /// <summary>Draws an image in points, of which each can have several pixels.</summary>
    public static byte[] Draw(int width, int height, int pixelsPerPoint, string format, Action<SKCanvas> draw)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width * pixelsPerPoint, height * pixelsPerPoint, SKColorType.Rgba8888, SKAlphaType.Premul));
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.Transparent);
            canvas.Scale(pixelsPerPoint);
            draw(canvas);
        }

        return Encode(bitmap, format);
    }

    /// <summary>An image whose colors are numbers: they come out as they went in, but for jpg.</summary>
    public static byte[] FromColors(int size, string format, Func<int, int, (byte Red, byte Green, byte Blue)> color)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(size, size, SKColorType.Rgba8888, SKAlphaType.Opaque));
        var pixels = bitmap.GetPixelSpan();
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
            {
                var pixel = pixels.Slice(4 * ((row * size) + column), 4);
                (pixel[0], pixel[1], pixel[2]) = color(column, row);
                pixel[3] = byte.MaxValue;
            }
        }

        return Encode(bitmap, format);
    }

    private static byte[] Encode(SKBitmap bitmap, string format)
    {
        using var pixels = bitmap.PeekPixels();
        using var data = format switch
        {
            "jpg" => pixels.Encode(SKEncodedImageFormat.Jpeg, JpegQuality),
            "webp" => pixels.Encode(new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossless, 0)),
            _ => pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.Sub, 3)),
        };
        return data!.ToArray();
    }
}

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
