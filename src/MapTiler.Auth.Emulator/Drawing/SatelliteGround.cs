using MapTiler.Emulator.World;
using SkiaSharp;

namespace MapTiler.Emulator.Drawing;

/// <summary>
/// What land looks like from above: green, sandy in the deserts, white towards the poles, and uneven everywhere. It is computed,
/// and the same at a location in every image.
/// </summary>
internal static class SatelliteGround
{
    private const int PointsPerSample = 4;
    private const int Octaves = 7;
    private const double LargestPatches = 40;
    private const double TooFar = 8;

    private static readonly Rgb Rainforest = new(38, 70, 33);
    private static readonly Rgb Meadow = new(92, 112, 62);
    private static readonly Rgb Taiga = new(56, 78, 52);
    private static readonly Rgb Tundra = new(124, 122, 100);
    private static readonly Rgb Sand = new(201, 174, 126);
    private static readonly Rgb Snow = new(238, 242, 245);

    private static readonly (double Longitude, double Latitude, double Width, double Height)[] Deserts =
    [
        (-6, 23, 13, 8), (14, 23, 16, 9), (29, 23, 9, 9), (45, 24, 12, 9), (57, 31, 9, 6), (62, 41, 10, 5), (70, 28, 4, 5), (83, 39, 9, 4),
        (103, 42, 11, 4), (88, 33, 10, 3), (124, -25, 9, 6), (136, -25, 9, 7), (19, -24, 6, 7), (-69, -23, 3, 9), (-68, -45, 4, 8),
        (-113, 34, 6, 7), (-105, 28, 5, 6), (47, 7, 4, 6),
    ];

    private static readonly (double Longitude, double Latitude, double Width, double Height)[] IceSheets =
        [(-41, 73, 14, 11), (-19, 65, 3, 1.2), (18, 79, 9, 3), (56, 76, 6, 4), (-80, 79, 20, 6), (98, 80, 10, 2)];

    public static SKShader Shader(Viewport view)
    {
        // One sample more on each side, so that colors run on into the next image.
        var (columns, rows) = ((int)(view.Width / PointsPerSample) + 3, (int)(view.Height / PointsPerSample) + 3);
        var step = PointsPerSample / view.WorldSize;
        using var bitmap = new SKBitmap(new SKImageInfo(columns, rows, SKColorType.Rgba8888, SKAlphaType.Opaque));
        var pixels = bitmap.GetPixelSpan();
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var color = At(new(view.Bounds.Left + ((column - 1) * step), view.Bounds.Top + ((row - 1) * step)));
                var pixel = pixels.Slice(4 * ((row * columns) + column), 4);
                (pixel[0], pixel[1], pixel[2], pixel[3]) = ((byte)color.Red, (byte)color.Green, (byte)color.Blue, byte.MaxValue);
            }
        }

        var toImage = SKMatrix.CreateScaleTranslation(
            PointsPerSample, PointsPerSample, -1.5f * PointsPerSample, -1.5f * PointsPerSample);
        using var image = SKImage.FromBitmap(bitmap);
        return image.ToShader(SKShaderTileMode.Clamp, SKShaderTileMode.Clamp, new SKSamplingOptions(SKFilterMode.Linear), toImage);
    }

    private static Rgb At(MercatorPoint point)
    {
        point = point with { X = point.X - Math.Floor(point.X) };
        var (longitude, latitude) = (WebMercator.Longitude(point.X), WebMercator.Latitude(point.Y));
        var noise = Noise(point);
        var north = Math.Abs(latitude) + (noise * 8);
        var color = Mix(Rainforest, Meadow, Step(8, 28, north));
        color = Mix(color, Taiga, Step(46, 58, north));
        color = Mix(color, Tundra, Step(62, 70, north));
        color = Mix(color, Sand, Step(0.25, 0.75, Deserts.Max(d => Nearness(d, longitude, latitude)) + (noise * 0.5)));
        color = Mix(color, Snow, Math.Max(Step(latitude < 0 ? 60 : 80, latitude < 0 ? 66 : 84, north),
            Step(0.3, 0.5, IceSheets.Max(d => Nearness(d, longitude, latitude)) + (noise * 0.2))));
        return color.Brightened(1 + (noise * 0.35));
    }

    private static double Nearness((double Longitude, double Latitude, double Width, double Height) patch, double longitude, double latitude)
    {
        var (x, y) = ((longitude - patch.Longitude) / patch.Width, (latitude - patch.Latitude) / patch.Height);
        var distance = (x * x) + (y * y);
        return distance > TooFar ? 0 : Math.Exp(-distance * 0.6);
    }

    /// <summary>Patches of all sizes, about -0.5 to 0.5; the same at both sides of the antimeridian.</summary>
    private static double Noise(MercatorPoint point)
    {
        var (sum, share, columns) = (0.0, 0.5, (int)LargestPatches);
        for (var octave = 0; octave < Octaves; octave++, share /= 1.7, columns *= 2)
        {
            var (x, y) = (point.X * columns, point.Y * columns);
            var (left, top) = ((int)Math.Floor(x), (int)Math.Floor(y));
            var (right, down) = (Smooth(x - left), Smooth(y - top));
            var upper = Lerp(Random(left % columns, top), Random((left + 1) % columns, top), right);
            var lower = Lerp(Random(left % columns, top + 1), Random((left + 1) % columns, top + 1), right);
            sum += (Lerp(upper, lower, down) - 0.5) * share;
        }

        return sum;
    }

    private static double Random(int x, int y)
    {
        var hash = (uint)((x * 374761393) + (y * 668265263));
        hash = (hash ^ (hash >> 13)) * 1274126177;
        return (hash ^ (hash >> 16)) / (double)uint.MaxValue;
    }

    private static double Step(double from, double to, double value) => Smooth(Math.Clamp((value - from) / (to - from), 0, 1));

    private static double Smooth(double part) => part * part * (3 - (2 * part));

    private static double Lerp(double a, double b, double part) => a + ((b - a) * part);

    private static Rgb Mix(Rgb a, Rgb b, double part) => new(Lerp(a.Red, b.Red, part), Lerp(a.Green, b.Green, part), Lerp(a.Blue, b.Blue, part));

    private readonly record struct Rgb(double Red, double Green, double Blue)
    {
        public Rgb Brightened(double by) => new(Math.Min(255, Red * by), Math.Min(255, Green * by), Math.Min(255, Blue * by));
    }
}
