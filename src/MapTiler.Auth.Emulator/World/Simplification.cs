namespace MapTiler.Emulator;

/// <summary>Lines and rings in fewer points, by Douglas and Peucker.</summary>
internal static class Simplification
{
    public static MercatorPoint[] Line(ReadOnlySpan<MercatorPoint> line, double tolerance)
    {
        var keep = new bool[line.Length];
        keep[0] = keep[^1] = true;
        Mark(line, keep, 0, line.Length - 1, tolerance * tolerance);
        var kept = new List<MercatorPoint>();
        for (var i = 0; i < line.Length; i++)
        {
            if (keep[i])
                kept.Add(line[i]);
        }

        return [.. kept];
    }

    /// <summary>A ring is two lines: from its first point to the one that is furthest off, and back.</summary>
    public static MercatorPoint[] Ring(ReadOnlySpan<MercatorPoint> ring, double tolerance)
    {
        var furthest = 0;
        for (var i = 1; i < ring.Length; i++)
        {
            if (SquaredDistance(ring[i], ring[0], ring[0]) > SquaredDistance(ring[furthest], ring[0], ring[0]))
                furthest = i;
        }

        var there = Line(ring[..(furthest + 1)], tolerance);
        var back = Line([.. ring[furthest..], ring[0]], tolerance);
        return [.. there, .. back.AsSpan(1, back.Length - 2)];
    }

    private static void Mark(ReadOnlySpan<MercatorPoint> line, bool[] keep, int first, int last, double squaredTolerance)
    {
        var open = new Stack<(int First, int Last)>();
        open.Push((first, last));
        while (open.TryPop(out var part))
        {
            var (furthest, distance) = (0, squaredTolerance);
            for (var i = part.First + 1; i < part.Last; i++)
            {
                if (SquaredDistance(line[i], line[part.First], line[part.Last]) is var d && d > distance)
                    (furthest, distance) = (i, d);
            }

            if (furthest == 0)
                continue;
            keep[furthest] = true;
            open.Push((part.First, furthest));
            open.Push((furthest, part.Last));
        }
    }

    private static double SquaredDistance(MercatorPoint point, MercatorPoint a, MercatorPoint b)
    {
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        var length = (dx * dx) + (dy * dy);
        var along = length == 0 ? 0 : Math.Clamp((((point.X - a.X) * dx) + ((point.Y - a.Y) * dy)) / length, 0, 1);
        var (x, y) = (point.X - a.X - (along * dx), point.Y - a.Y - (along * dy));
        return (x * x) + (y * y);
    }
}
