using MapTiler.Emulator.Drawing;
using MapTiler.Emulator.Tiles;
using SkiaSharp;

namespace MapTiler.Emulator.Images;

/// <summary>Draws an image: a color gradient from corner to corner, and a grid of eight by eight fields.</summary>
internal static class ImagePainter
{
    private const int Fields = 8;

    private static readonly SKColor[] Colors = [new(0xFD, 0xE7, 0x4C), new(0xC3, 0x42, 0x3F), new(0x5B, 0xC0, 0xEB)];

    public static byte[] Draw(EmulatedImage image, TileCoordinate tile, long pixelsPerTile) =>
        RasterImage.Draw(image.TileSize, image.TileSize, 1, "png", canvas =>
        {
            var scale = image.TileSize / (float)pixelsPerTile;
            canvas.Scale(scale);
            canvas.Translate(-tile.X * pixelsPerTile, -tile.Y * pixelsPerTile);
            using var shader = SKShader.CreateLinearGradient(
                new(0, 0), new(image.Width, image.Height), Colors, SKShaderTileMode.Clamp);
            using var paint = new SKPaint { Shader = shader };
            canvas.DrawRect(0, 0, image.Width, image.Height, paint);

            using var line = new SKPaint { Color = SKColors.Black, StrokeWidth = 1 / scale };
            for (var i = 0; i <= Fields; i++)
            {
                var (x, y) = (image.Width * i / (float)Fields, image.Height * i / (float)Fields);
                canvas.DrawLine(x, 0, x, image.Height, line);
                canvas.DrawLine(0, y, image.Width, y, line);
            }
        });
}
