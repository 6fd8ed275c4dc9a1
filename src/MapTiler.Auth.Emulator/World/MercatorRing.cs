namespace MapTiler.Emulator;

/// <summary>A ring of a polygon, open: its first point is not repeated.</summary>
internal sealed class MercatorRing(MercatorPoint[] points)
{
    public MercatorBox Box { get; } = MercatorBox.Around(points);

    /// <summary>What lies within a box, after the ring was moved; fewer than three points where nothing does.</summary>
    public List<MercatorPoint> Clip(MercatorBox box, double moveX)
    {
        if (!Box.MovedBy(moveX).Overlaps(box))
            return [];

        var ring = points.Select(p => p with { X = p.X + moveX }).ToList();
        ring = Cut(ring, p => p.X >= box.Left, (a, b) => AtX(a, b, box.Left));
        ring = Cut(ring, p => p.X <= box.Right, (a, b) => AtX(a, b, box.Right));
        ring = Cut(ring, p => p.Y >= box.Top, (a, b) => AtY(a, b, box.Top));
        return Cut(ring, p => p.Y <= box.Bottom, (a, b) => AtY(a, b, box.Bottom));
    }

    private static List<MercatorPoint> Cut(
        List<MercatorPoint> ring, Func<MercatorPoint, bool> isInside, Func<MercatorPoint, MercatorPoint, MercatorPoint> crossing)
    {
        var kept = new List<MercatorPoint>(ring.Count);
        for (var i = 0; i < ring.Count; i++)
        {
            var (from, to) = (ring[i == 0 ? ^1 : i - 1], ring[i]);
            if (isInside(from) != isInside(to))
                kept.Add(crossing(from, to));
            if (isInside(to))
                kept.Add(to);
        }

        return kept;
    }

    private static MercatorPoint AtX(MercatorPoint a, MercatorPoint b, double x) => new(x, a.Y + ((b.Y - a.Y) * (x - a.X) / (b.X - a.X)));

    private static MercatorPoint AtY(MercatorPoint a, MercatorPoint b, double y) => new(a.X + ((b.X - a.X) * (y - a.Y) / (b.Y - a.Y)), y);
}
