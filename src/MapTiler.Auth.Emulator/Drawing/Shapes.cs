using SkiaSharp;

namespace MapTiler.Emulator;

/// <summary>Paths in points of a view.</summary>
internal static class Shapes
{
    public static SKPath Polygons(IEnumerable<IReadOnlyList<IReadOnlyList<MercatorPoint>>> polygons, Viewport view)
    {
        using var builder = new SKPathBuilder { FillType = SKPathFillType.EvenOdd };
        foreach (var ring in polygons.SelectMany(rings => rings))
            Add(builder, ring, view, isClosed: true);
        return builder.Detach();
    }

    public static SKPath Lines(IEnumerable<IReadOnlyList<MercatorPoint>> lines, Viewport view)
    {
        using var builder = new SKPathBuilder();
        foreach (var line in lines)
            Add(builder, line, view, isClosed: false);
        return builder.Detach();
    }

    /// <summary>The lines around an area, without the sides of the bounding box that it was cut at.</summary>
    public static SKPath Edges(ClippedArea area, Viewport view)
    {
        using var builder = new SKPathBuilder();
        foreach (var (points, isClosed) in area.Edges)
            Add(builder, points, view, isClosed);
        return builder.Detach();
    }

    private static void Add(SKPathBuilder builder, IReadOnlyList<MercatorPoint> points, Viewport view, bool isClosed)
    {
        for (var i = 0; i < points.Count; i++)
        {
            var (x, y) = view.ToImage(points[i]);
            if (i == 0)
                builder.MoveTo(x, y);
            else
                builder.LineTo(x, y);
        }

        if (isClosed)
            builder.Close();
    }
}
