namespace MapTiler.Emulator;

/// <summary>
/// Shapes on a globe, where 179° and -179° are neighbours, made shapes on a plane that goes on to the east and to the west: there a
/// shape does not break off at the antimeridian, and no line runs across the whole map.
/// </summary>
internal static class UnrolledRing
{
    // Enough for the widest image, which shows four worlds side by side.
    private const int WorldsToEachSide = 3;

    // Below every image.
    private const double BelowTheMap = 8;

    /// <summary>The points of a line.</summary>
    public static GeoPoint[] Open(GeoPoint[] line)
    {
        var worldOffsets = 0;
        var unrolled = new GeoPoint[line.Length];
        for (var i = 0; i < line.Length; i++)
        {
            if (i > 0)
                worldOffsets += WorldOffsetBetween(line[i - 1], line[i]);
            unrolled[i] = line[i] with { Longitude = line[i].Longitude + (360 * worldOffsets) };
        }

        return unrolled;
    }

    /// <summary>A ring. A ring around the south pole is repeated to both sides and closed below the map.</summary>
    public static MercatorPath Close(GeoPoint[] ring, bool isHole)
    {
        var points = Array.ConvertAll(Open(ring), p => p.Project());
        var isAroundPole = Math.Abs(Open([.. ring, ring[0]])[^1].Longitude - ring[0].Longitude) > 180;
        return isAroundPole
            ? MercatorPath.Ring(AroundTheEarth(points, Math.Sign(points[^1].X - points[0].X)), isHole, isEndless: true)
            : MercatorPath.Ring(points, isHole);
    }

    private static MercatorPoint[] AroundTheEarth(MercatorPoint[] worldOffset, int direction)
    {
        var coast = Enumerable.Range(-WorldsToEachSide, (2 * WorldsToEachSide) + 1)
            .SelectMany(n => worldOffset.Select(p => p with { X = p.X + (n * direction) })).ToArray();
        return [.. coast, new(coast[^1].X, BelowTheMap), new(coast[0].X, BelowTheMap)];
    }

    private static int WorldOffsetBetween(GeoPoint a, GeoPoint b) =>
        b.Longitude - a.Longitude > 180 ? -1 : a.Longitude - b.Longitude > 180 ? 1 : 0;
}
