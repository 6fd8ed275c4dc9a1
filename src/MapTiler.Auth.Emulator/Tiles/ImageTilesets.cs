using MapTiler.Emulator.Drawing;
using MapTiler.Emulator.World;
using SkiaSharp;

namespace MapTiler.Emulator.Tiles;

/// <summary>Replaces imagery: land and water in natural colors.</summary>
internal sealed class SatelliteTileset(MapPainter painter) : Tileset
{
    private const int Size = 512;

    public override TilesetDescription Description { get; } = new()
    {
        Name = "Satellite",
        Format = "jpg",
        MaxZoom = 20,
        TileSize = Size,
    };

    public override byte[]? Render(TileCoordinate tile) => RasterImage.Draw(Size, Size, 1, Description.Format, canvas =>
        painter.Paint(canvas, new(tile.Bounds, Size, Size), MapTheme.For("satellite")));
}

/// <summary>Elevations as colors: the elevation in meters is <c>-10000 + (R*65536 + G*256 + B) * 0.1</c>, at the middle of each pixel.</summary>
internal sealed class TerrainTileset(string name, double depth, int maxZoom) : Tileset
{
    private const int Size = 512;
    private const double Base = -10_000;
    private const double Step = 0.1;

    public override TilesetDescription Description { get; } = new()
    {
        Name = name,
        Description = "A surface that the emulator computes.",
        Attribution = null,
        Format = "webp",
        MaxZoom = maxZoom,
        TileSize = Size,
    };

    public override byte[]? Render(TileCoordinate tile)
    {
        var bounds = tile.Bounds;
        var pixel = (bounds.Right - bounds.Left) / Size;
        int[] pixels = [.. Enumerable.Range(0, Size)];
        var columns = Array.ConvertAll(pixels, column => ElevationSurface.FactorsOfLongitude(WebMercator.Longitude(bounds.Left + ((column + 0.5) * pixel))));
        var rows = Array.ConvertAll(pixels, row => ElevationSurface.FactorsOfLatitude(WebMercator.Latitude(bounds.Top + ((row + 0.5) * pixel))));
        return RasterImage.FromColors(Size, Description.Format, (column, row) => Encode(ElevationSurface.Combine(columns[column], rows[row]) - depth));
    }

    private static (byte Red, byte Green, byte Blue) Encode(double meters)
    {
        var steps = (int)Math.Round((meters - Base) / Step);
        return ((byte)(steps >> 16), (byte)(steps >> 8), (byte)steps);
    }
}

/// <summary>An image that lies below the land in some styles: the sea, lighter towards the coasts.</summary>
internal sealed class LandGradientTileset : Tileset
{
    private const int Size = 512;
    private const float GlowWidth = 48;

    // A glow from beyond the tile reaches into it, and no point of a coast lies exactly on a side.
    private const double Margin = GlowWidth + 0.137;

    private static readonly SKColor DeepSea = SKColor.Parse("#9cc4de");
    private static readonly SKColor ShallowSea = SKColor.Parse("#dceef7");

    public override TilesetDescription Description { get; } = new()
    {
        Name = "Land gradient",
        Format = "webp",
        MaxZoom = 9,
        TileSize = Size,
    };

    public override byte[]? Render(TileCoordinate tile) => RasterImage.Draw(Size, Size, 1, Description.Format, canvas =>
    {
        var view = new Viewport(tile.Bounds, Size, Size);
        var land = new ClippedArea(WorldMap.At(tile.Z).Land, tile.Bounds.Grown(Margin / view.WorldSize));
        canvas.Clear(DeepSea);
        using var glow = new SKPaint { Color = ShallowSea, Style = SKPaintStyle.Stroke, StrokeWidth = GlowWidth };
        glow.MaskFilter = SKMaskFilter.CreateBlur(SKBlurStyle.Normal, GlowWidth / 3);
        using var coast = Shapes.Edges(land, view);
        canvas.DrawPath(coast, glow);
        using var fill = new SKPaint { Color = ShallowSea };
        using var shape = Shapes.Polygons(land.Inside(), view);
        canvas.DrawPath(shape, fill);
    });
}

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
        int[] samples = [.. Enumerable.Range(0, Samples)];
        var columns = Array.ConvertAll(samples, column => ElevationSurface.FactorsOfLongitude(WebMercator.Longitude(bounds.Left + (column * step))));
        var rows = Array.ConvertAll(samples, row => ElevationSurface.FactorsOfLatitude(WebMercator.Latitude(bounds.Top + (row * step))));
        var elevations = new double[Samples, Samples];
        foreach (var row in samples)
        {
            foreach (var column in samples)
                elevations[row, column] = ElevationSurface.Combine(columns[column], rows[row]);
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
