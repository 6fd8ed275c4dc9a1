namespace MapTiler.Emulator;

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
