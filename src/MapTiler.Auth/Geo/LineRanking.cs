namespace MapTiler.Geo;

/// <summary>
/// Ranks the points of a line by their importance for its shape (Visvalingam and Whyatt), in O(n log n), so that any number of the most
/// important points can be selected.
/// </summary>
internal sealed class LineRanking
{
    private const int LeastOpen = 2;
    private const int LeastClosed = 4;

    private readonly LngLat[] _points;

    /// <summary>For each point, the number of points that are more important.</summary>
    private readonly int[] _rank;

    /// <summary>By rank, the cost of removing the point, in square degrees.</summary>
    private readonly double[] _costs;

    private LineRanking(LngLat[] points)
    {
        _points = points;
        _rank = new int[points.Length];
        _costs = new double[points.Length];
    }

    /// <summary>The number of points without consecutive duplicates.</summary>
    public int Count => _points.Length;

    /// <summary>The minimum number of points that are kept: the ends, and two more for a closed line, so that it remains an area.</summary>
    public int Least => Math.Min(Count, Count > 0 && _points[0] == _points[Count - 1] ? LeastClosed : LeastOpen);

    public static LineRanking Rank(IReadOnlyList<LngLat> line)
    {
        var distinct = new List<LngLat>(line.Count);
        foreach (var point in line)
        {
            if (distinct.Count == 0 || distinct[distinct.Count - 1] != point)
                distinct.Add(point);
        }

        var ranking = new LineRanking([.. distinct]);
        ranking.Rank();
        return ranking;
    }

    /// <summary>Returns the most important points in order, always with the ends.</summary>
    public LngLat[] Take(int count)
    {
        if (count >= Count)
            return _points;

        count = Math.Max(count, Least);
        var taken = new List<LngLat>(count);
        for (var i = 0; i < _points.Length; i++)
        {
            if (_rank[i] < count)
                taken.Add(_points[i]);
        }

        return [.. taken];
    }

    /// <summary>Returns the maximum cost of the points that are removed if <paramref name="count"/> points are kept, in square degrees.</summary>
    public double Tolerance(int count) => count >= Count ? 0 : _costs[Math.Max(count, Least)];

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
            heap.Add(i, Cost(i - 1, i, i + 1));
        }

        var largest = 0d;
        for (var rank = last; heap.Count > 0; rank--)
        {
            var (point, cost) = heap.Remove();
            largest = Math.Max(largest, cost); // a point never costs less than one that was removed earlier
            (_rank[point], _costs[rank]) = (rank, largest);
            var (before, after) = (previous[point], next[point]);
            if (before > 0)
            {
                next[before] = after;
                heap.Update(before, Cost(previous[before], before, after));
            }

            if (after < last)
            {
                previous[after] = before;
                heap.Update(after, Cost(before, after, next[after]));
            }
        }
    }

    /// <summary>
    /// Returns the area of the triangle with the neighbors. For a narrow spike, whose area is small although it is long, it returns half of
    /// the square of its height.
    /// </summary>
    private double Cost(int before, int point, int after)
    {
        var (x1, y1) = Vector(before, point);
        var (x2, y2) = Vector(point, after);
        var (x, y) = (x1 + x2, y1 + y2);
        var square = x * x + y * y;
        var foot = square > 0 ? Math.Max(0, Math.Min(1, (x1 * x + y1 * y) / square)) : 0; // the nearest point of the base
        var (dx, dy) = (x1 - foot * x, y1 - foot * y);
        return Math.Max(Math.Abs(x1 * y2 - x2 * y1), dx * dx + dy * dy) / 2;
    }

    private (double X, double Y) Vector(int from, int to) =>
        (Meridian.Difference(_points[from].Longitude, _points[to].Longitude), _points[to].Latitude - _points[from].Latitude);
}
