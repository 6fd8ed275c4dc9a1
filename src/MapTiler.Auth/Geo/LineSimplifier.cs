namespace MapTiler;

/// <summary>
/// Ranks the places of a line by what they add to its shape (Visvalingam and Whyatt), so that the most important ones can be taken.
/// Takes O(n log n).
/// </summary>
internal sealed class LineSimplifier
{
    private readonly LngLat[] _points;

    /// <summary>For each place how many more important ones there are.</summary>
    private readonly int[] _rank;

    /// <summary>By rank: the area in square degrees that leaving the place out costs.</summary>
    private readonly double[] _areas;

    private LineSimplifier(LngLat[] points)
    {
        _points = points;
        _rank = new int[points.Length];
        _areas = new double[points.Length];
    }

    /// <summary>How many places there are without those that repeat the one before.</summary>
    public int Count => _points.Length;

    public static LineSimplifier Rank(IReadOnlyList<LngLat> line)
    {
        var distinct = new List<LngLat>(line.Count);
        foreach (var point in line)
        {
            if (distinct.Count == 0 || distinct[distinct.Count - 1] != point)
                distinct.Add(point);
        }

        var simplifier = new LineSimplifier([.. distinct]);
        simplifier.Rank();
        return simplifier;
    }

    /// <summary>The most important places in their order; the ends are always among them.</summary>
    public LngLat[] Take(int count)
    {
        if (count >= Count)
            return _points;

        var taken = new List<LngLat>(count);
        for (var i = 0; i < _points.Length; i++)
        {
            if (_rank[i] < count)
                taken.Add(_points[i]);
        }

        return [.. taken];
    }

    /// <summary>The largest triangle in square degrees that taking only so many places leaves out.</summary>
    public double Tolerance(int count) => count >= Count ? 0 : _areas[Math.Max(count, 0)];

    private void Rank()
    {
        var last = _points.Length - 1;
        if (last < 0)
            return;

        _rank[0] = 0;
        _rank[last] = Math.Min(1, last);
        var previous = new int[_points.Length];
        var next = new int[_points.Length];
        var heap = new TriangleHeap(_points.Length);
        for (var i = 1; i < last; i++)
        {
            (previous[i], next[i]) = (i - 1, i + 1);
            heap.Add(i, Area(i - 1, i, i + 1));
        }

        var largest = 0d;
        for (var rank = last; heap.Count > 0; rank--)
        {
            var (point, area) = heap.Remove();
            largest = Math.Max(largest, area); // a place never counts less than one that went before it
            (_rank[point], _areas[rank]) = (rank, largest);
            var (before, after) = (previous[point], next[point]);
            if (before > 0)
            {
                next[before] = after;
                heap.Update(before, Area(previous[before], before, after));
            }

            if (after < last)
            {
                previous[after] = before;
                heap.Update(after, Area(before, after, next[after]));
            }
        }
    }

    private double Area(int a, int b, int c)
    {
        var (p, q, r) = (_points[a], _points[b], _points[c]);
        var x1 = ShortWay(q.Longitude - p.Longitude);
        var x2 = ShortWay(r.Longitude - q.Longitude);
        var y1 = q.Latitude - p.Latitude;
        var y2 = r.Latitude - q.Latitude;
        return Math.Abs(x1 * y2 - x2 * y1) / 2;
    }

    private static double ShortWay(double longitudes) => longitudes > 180 ? longitudes - 360 : longitudes < -180 ? longitudes + 360 : longitudes;
}
