using SkiaSharp;

namespace MapTiler.Emulator.Tests;

internal static class TestImages
{
    /// <summary>Decodes an image; it has to be one, and in the given format.</summary>
    public static SKBitmap Decode(byte[] content, SKEncodedImageFormat format)
    {
        using var codec = SKCodec.Create(new MemoryStream(content));
        Assert.NotNull(codec);
        Assert.Equal(format, codec.EncodedFormat);
        return SKBitmap.Decode(codec, codec.Info.WithAlphaType(SKAlphaType.Unpremul));
    }

    public static int CountColors(this SKBitmap image) => image.Pixels.Distinct().Count();
}
