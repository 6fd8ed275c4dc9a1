using SkiaSharp;

namespace MapTiler.Emulator.Drawing;

/// <summary>
/// A shape as renderers of GL styles read glyphs and icons that they scale and color: the value of a pixel is its distance from the
/// outline. The outline is at three quarters of 255, and 8 points lie between 0 and 255.
/// </summary>
internal static class SignedDistanceField
{
    private const double Radius = 8;
    private const double Cutoff = 0.25;

    /// <summary>Draws an area, row by row.</summary>
    /// <param name="outline">The shape, in points.</param>
    /// <param name="area">The area, in points.</param>
    /// <param name="pixelRatio">The number of pixels per point.</param>
    public static byte[] Draw(PathOutline outline, SKRectI area, int pixelRatio = 1)
    {
        var field = new byte[area.Width * area.Height * pixelRatio * pixelRatio];
        var index = 0;
        for (var row = 0; row < area.Height * pixelRatio; row++)
        {
            var y = area.Top + ((row + 0.5f) / pixelRatio);
            for (var column = 0; column < area.Width * pixelRatio; column++)
            {
                var distance = outline.Distance(area.Left + ((column + 0.5f) / pixelRatio), y);
                field[index++] = (byte)Math.Clamp(255 * (1 - Cutoff - (distance / Radius)), 0, 255);
            }
        }

        return field;
    }
}

/// <summary>The outline of a shape as straight lines, with y downwards.</summary>
internal sealed class PathOutline
{
    private const int PartsPerCurve = 4;

    private readonly List<(SKPoint From, SKPoint To)> _lines = [];

    public PathOutline(SKPath path)
    {
        using var verbs = path.CreateRawIterator();
        var points = new SKPoint[4];
        var start = default(SKPoint);
        var at = default(SKPoint);
        for (var verb = verbs.Next(points); verb != SKPathVerb.Done; verb = verbs.Next(points))
        {
            switch (verb)
            {
                case SKPathVerb.Move:
                    Add(start);
                    start = at = points[0];
                    break;
                case SKPathVerb.Line:
                    Add(points[1]);
                    break;
                case SKPathVerb.Quad:
                case SKPathVerb.Conic:
                    Curve(t => Mix(Mix(points[0], points[1], t), Mix(points[1], points[2], t), t));
                    break;
                case SKPathVerb.Cubic:
                    Curve(t => Mix(
                        Mix(Mix(points[0], points[1], t), Mix(points[1], points[2], t), t),
                        Mix(Mix(points[1], points[2], t), Mix(points[2], points[3], t), t), t));
                    break;
                case SKPathVerb.Close:
                    Add(start);
                    break;
            }
        }

        Add(start);

        void Add(SKPoint to)
        {
            if (to != at)
                _lines.Add((at, to));
            at = to;
        }

        void Curve(Func<float, SKPoint> point)
        {
            for (var part = 1; part <= PartsPerCurve; part++)
                Add(point(part / (float)PartsPerCurve));
        }
    }

    public bool IsEmpty => _lines.Count == 0;

    public SKRect Bounds => new(
        _lines.Min(l => Math.Min(l.From.X, l.To.X)), _lines.Min(l => Math.Min(l.From.Y, l.To.Y)),
        _lines.Max(l => Math.Max(l.From.X, l.To.X)), _lines.Max(l => Math.Max(l.From.Y, l.To.Y)));

    /// <summary>The distance of a point from the outline, positive outside and negative inside.</summary>
    public double Distance(float x, float y)
    {
        var (nearest, winding) = (double.MaxValue, 0);
        foreach (var (from, to) in _lines)
        {
            var (dx, dy) = (to.X - from.X, to.Y - from.Y);
            var along = Math.Clamp((((x - from.X) * dx) + ((y - from.Y) * dy)) / ((dx * dx) + (dy * dy)), 0, 1);
            var (offX, offY) = (x - from.X - (along * dx), y - from.Y - (along * dy));
            nearest = Math.Min(nearest, (offX * offX) + (offY * offY));
            if (from.Y <= y != to.Y <= y && x < from.X + (dx * (y - from.Y) / dy))
                winding += to.Y > from.Y ? 1 : -1;
        }

        return winding == 0 ? Math.Sqrt(nearest) : -Math.Sqrt(nearest);
    }

    private static SKPoint Mix(SKPoint a, SKPoint b, float part) => new(a.X + ((b.X - a.X) * part), a.Y + ((b.Y - a.Y) * part));
}
