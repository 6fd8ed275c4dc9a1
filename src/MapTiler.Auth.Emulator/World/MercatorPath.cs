namespace MapTiler.Emulator.World;

/// <summary>
/// A line, or a ring without a copy of its first point at the end. A ring runs clockwise on the screen around an area and the other way
/// around a hole.
/// </summary>
internal sealed class MercatorPath
{
    private readonly MercatorPoint[] _points;
    private readonly bool _isEndless;

    private MercatorPath(MercatorPoint[] points, bool isEndless)
    {
        _points = points;
        _isEndless = isEndless;
        Bounds = MercatorBounds.Around(points);
    }

    public ReadOnlySpan<MercatorPoint> Points => _points;

    public MercatorBounds Bounds { get; }

    public static MercatorPath Line(MercatorPoint[] points) => new(points, isEndless: false);

    /// <param name="points">Of the ring, in either direction.</param>
    /// <param name="isHole">Whether it surrounds what does not belong to the area.</param>
    /// <param name="isEndless">Whether it already contains its copies in the neighboring worlds.</param>
    public static MercatorPath Ring(MercatorPoint[] points, bool isHole, bool isEndless = false)
    {
        if (RingMath.Area(points) > 0 == isHole)
            Array.Reverse(points);
        return new(points, isEndless);
    }

    /// <summary>The first and last offset, in whole worlds, by which the path has to be moved to be seen wherever it belongs in a bounding box; first is greater than last if nowhere.</summary>
    public (int First, int Last) WorldOffsetsWithin(MercatorBounds bounds) =>
        Bounds.Top > bounds.Bottom || Bounds.Bottom < bounds.Top ? (0, -1)
        : _isEndless ? (0, 0)
        : ((int)Math.Ceiling(bounds.Left - Bounds.Right), (int)Math.Floor(bounds.Right - Bounds.Left));

    /// <summary>Whether the path and a bounding box may have a point in common, because those around them do.</summary>
    public bool IsNear(MercatorBounds bounds) => WorldOffsetsWithin(bounds) is var (first, last) && first <= last;

    /// <summary>The path in fewer points, none further off than the tolerance; null if nothing is left to be seen.</summary>
    public MercatorPath? SimplifyLine(double tolerance) =>
        Simplification.Line(_points, tolerance) is { Length: >= 2 } points ? new(points, _isEndless) : null;

    /// <inheritdoc cref="SimplifyLine"/>
    public MercatorPath? SimplifyRing(double tolerance) =>
        Math.Max(Bounds.Right - Bounds.Left, Bounds.Bottom - Bounds.Top) > 2 * tolerance
        && Simplification.Ring(_points, tolerance) is { Length: >= 3 } points
        && RingMath.Area(points) > 0 == RingMath.Area(_points) > 0
            ? new(points, _isEndless)
            : null;
}

/// <summary>The maths of rings.</summary>
internal static class RingMath
{
    /// <summary>The area, positive for a ring that runs clockwise on the screen.</summary>
    public static double Area(ReadOnlySpan<MercatorPoint> ring)
    {
        var doubled = 0.0;
        for (int i = 0, before = ring.Length - 1; i < ring.Length; before = i++)
            doubled += (ring[before].X * ring[i].Y) - (ring[i].X * ring[before].Y);
        return doubled / 2;
    }

    public static bool Contains(ReadOnlySpan<MercatorPoint> ring, MercatorPoint point)
    {
        var isInside = false;
        for (int i = 0, before = ring.Length - 1; i < ring.Length; before = i++)
        {
            var (a, b) = (ring[i], ring[before]);
            if (a.Y > point.Y != b.Y > point.Y && point.X < a.X + ((b.X - a.X) * (point.Y - a.Y) / (b.Y - a.Y)))
                isInside = !isInside;
        }

        return isInside;
    }
}

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
