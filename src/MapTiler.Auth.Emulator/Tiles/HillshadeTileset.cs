using SkiaSharp;

namespace MapTiler.Emulator;

/// <summary>The shadows of the emulator's elevations as an image, transparent where the ground faces the light.</summary>
internal sealed class HillshadeTileset : Tileset
{
    private const int Size = 512;
    private const int Step = 2;
    private const double LightEast = -0.7;
    private const double LightNorth = 0.7;
    private const double DarkestAlpha = 110;

    // The slope, in meters per pixel at this zoom, at which the shadow is half as dark as it gets.
    private const double HalfSlope = 6;

    public override TilesetDescription Description { get; } = new()
    {
        Name = "Hand-drawn hillshade",
        Description = "The shadows of a surface that the emulator computes.",
        Attribution = null,
        Format = "webp",
        MaxZoom = 9,
        TileSize = Size,
    };

    public override byte[]? Render(TileCoordinate tile)
    {
        const int Samples = (Size / Step) + 1;
        var (bounds, step) = (tile.Bounds, tile.Bounds.Width * Step / Size);
        var elevations = new double[Samples, Samples];
        for (var row = 0; row < Samples; row++)
        {
            for (var column = 0; column < Samples; column++)
                elevations[row, column] = ElevationSurface.At(WebMercator.Longitude(bounds.Left + (column * step)), WebMercator.Latitude(bounds.Top + (row * step)));
        }

        return RasterImage.Draw(Size, Size, 1, Description.Format, canvas =>
        {
            using var bitmap = new SKBitmap(new SKImageInfo(Samples - 1, Samples - 1, SKColorType.Alpha8));
            var pixels = bitmap.GetPixelSpan();
            for (var row = 0; row < Samples - 1; row++)
            {
                for (var column = 0; column < Samples - 1; column++)
                    pixels[(row * bitmap.RowBytes) + column] = Shadow(elevations, row, column);
            }

            using var image = SKImage.FromBitmap(bitmap);
            using var paint = new SKPaint { Color = SKColors.Black };
            canvas.DrawImage(image, new SKRect(0, 0, Size, Size), new SKSamplingOptions(SKFilterMode.Linear), paint);
        });
    }

    private static byte Shadow(double[,] elevations, int row, int column)
    {
        var east = (elevations[row, column + 1] - elevations[row, column]) / Step;
        var north = (elevations[row, column] - elevations[row + 1, column]) / Step;
        var away = -((east * LightEast) + (north * LightNorth));
        return away <= 0 ? (byte)0 : (byte)(DarkestAlpha * away / (away + HalfSlope));
    }
}
