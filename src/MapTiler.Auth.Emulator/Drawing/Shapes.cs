using SkiaSharp;

namespace MapTiler.Emulator;

/// <summary>Paths in points of a view.</summary>
internal static class Shapes
{
    public static SKPath Polygon(IEnumerable<IReadOnlyList<MercatorPoint>> rings, Viewport view)
    {
        using var builder = new SKPathBuilder { FillType = SKPathFillType.EvenOdd };
        foreach (var ring in rings)
        {
            Add(builder, ring, view);
            builder.Close();
        }

        return builder.Detach();
    }

    public static SKPath Line(IReadOnlyList<MercatorPoint> points, Viewport view)
    {
        using var builder = new SKPathBuilder();
        Add(builder, points, view);
        return builder.Detach();
    }

    private static void Add(SKPathBuilder builder, IReadOnlyList<MercatorPoint> points, Viewport view)
    {
        for (var i = 0; i < points.Count; i++)
        {
            var (x, y) = view.ToPicture(points[i]);
            if (i == 0)
                builder.MoveTo(x, y);
            else
                builder.LineTo(x, y);
        }
    }
}
