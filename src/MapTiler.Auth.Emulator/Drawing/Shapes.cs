using MapTiler.Emulator.World;
using SkiaSharp;

namespace MapTiler.Emulator.Drawing;

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

/// <summary>The part of the world that an image shows, and its size in points. An image for dense screens has several pixels per point.</summary>
internal readonly record struct Viewport(MercatorBounds Bounds, double Width, double Height)
{
    private const double PointsAtZoom0 = 512;

    /// <summary>Points across the whole world.</summary>
    public double WorldSize => Width / Bounds.Width;

    /// <summary>By the numbering of tiles of 512 points.</summary>
    public double Zoom => Math.Log2(WorldSize / PointsAtZoom0);

    public static Viewport Around(double longitude, double latitude, double zoom, double width, double height)
    {
        var worldSize = PointsAtZoom0 * Math.Pow(2, zoom);
        var (x, y) = MercatorPoint.From(longitude, latitude);
        var (halfWidth, halfHeight) = (width / worldSize / 2, height / worldSize / 2);
        return new(new(x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight), width, height);
    }

    public (float X, float Y) ToImage(MercatorPoint point) =>
        ((float)((point.X - Bounds.Left) * WorldSize), (float)((point.Y - Bounds.Top) * WorldSize));
}
