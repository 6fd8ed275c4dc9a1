using SkiaSharp;

namespace MapTiler.Emulator.Tests;

internal static class TestImages
{
    /// <summary>Decodes a picture; it has to be one, and in the given format.</summary>
    public static SKBitmap Decode(byte[] content, SKEncodedImageFormat format)
    {
        using var codec = SKCodec.Create(new MemoryStream(content));
        Assert.NotNull(codec);
        Assert.Equal(format, codec.EncodedFormat);
        return SKBitmap.Decode(codec, codec.Info.WithAlphaType(SKAlphaType.Unpremul));
    }

    public static int CountColors(this SKBitmap picture) => picture.Pixels.Distinct().Count();
}
