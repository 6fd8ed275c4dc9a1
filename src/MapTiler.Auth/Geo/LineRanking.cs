namespace MapTiler;

/// <summary>
/// Ranks the places of a line by what they add to its shape (Visvalingam and Whyatt), so that the most important ones can be taken.
/// Takes O(n log n).
/// </summary>
internal sealed class LineRanking
{
    private const int LeastOpen = 2;
    private const int LeastClosed = 4;

    private readonly LngLat[] _points;

    /// <summary>For each place how many more important ones there are.</summary>
    private readonly int[] _rank;

    /// <summary>By rank: what leaving the place out costs, in square degrees.</summary>
    private readonly double[] _costs;

    private LineRanking(LngLat[] points)
    {
        _points = points;
        _rank = new int[points.Length];
        _costs = new double[points.Length];
    }

    /// <summary>How many places there are without those that repeat the one before.</summary>
    public int Count => _points.Length;

    /// <summary>So few places are always taken: the ends, and of a closed line two more, so that it stays an area.</summary>
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

    /// <summary>The most important places in their order; the ends are always among them.</summary>
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

    /// <summary>What taking only so many places costs, in square degrees: of the places that it leaves out, none cost more.</summary>
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
            largest = Math.Max(largest, cost); // a place never counts less than one that went before it
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
    /// The area of the triangle with the neighbours; of one that is higher than wide, as where a line turns back, half of the square of
    /// its height, since a narrow spike has no area and yet reaches far.
    /// </summary>
    private double Cost(int before, int point, int after)
    {
        var (x1, y1) = Way(before, point);
        var (x2, y2) = Way(point, after);
        var (x, y) = (x1 + x2, y1 + y2);
        var square = x * x + y * y;
        var foot = square > 0 ? Math.Max(0, Math.Min(1, (x1 * x + y1 * y) / square)) : 0; // the nearest point of the base
        var (dx, dy) = (x1 - foot * x, y1 - foot * y);
        return Math.Max(Math.Abs(x1 * y2 - x2 * y1), dx * dx + dy * dy) / 2;
    }

    private (double X, double Y) Way(int from, int to) =>
        (Meridian.Difference(_points[from].Longitude, _points[to].Longitude), _points[to].Latitude - _points[from].Latitude);
}
