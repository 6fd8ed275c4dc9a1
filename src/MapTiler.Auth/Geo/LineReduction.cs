namespace MapTiler.Geo;

/// <summary>
/// Removes the points of a line one by one, the least important for its shape first (Visvalingam and Whyatt). To remove all is O(n log n).
/// </summary>
internal sealed class LineReduction
{
    private const int LeastOpen = 2;
    private const int LeastClosed = 4;

    private readonly LngLat[] _points;
    private readonly int[] _previous;
    private readonly int[] _next;
    private readonly TriangleHeap _heap;

    /// <summary>Starts with all points of a line but consecutive duplicates.</summary>
    public LineReduction(IReadOnlyList<LngLat> line)
    {
        _points = new LngLat[line.Count];
        for (var i = 0; i < _points.Length; i++)
        {
            var point = line[i];
            if (Count == 0 || _points[Count - 1] != point)
                _points[Count++] = point;
        }

        Least = Math.Min(Count, Count > 0 && _points[0] == _points[Count - 1] ? LeastClosed : LeastOpen);
        _previous = new int[Count];
        _next = new int[Count];
        for (var i = 0; i < Count; i++)
            (_previous[i], _next[i]) = (i - 1, i + 1);
        _heap = new TriangleHeap(Count);
        for (var i = 1; i < Count - 1; i++)
            _heap.Add(i, Cost(i));
    }

    /// <summary>The number of points that remain.</summary>
    public int Count { get; private set; }

    /// <summary>The minimum number of points: the ends, and two more for a closed line, so that it remains an area.</summary>
    public int Least { get; }

    /// <summary>The maximum cost of the points that were removed, in square degrees.</summary>
    public double Tolerance { get; private set; }

    /// <summary>The points that remain, in order.</summary>
    public LngLat[] Points
    {
        get
        {
            var points = new LngLat[Count];
            for (int i = 0, point = 0; i < points.Length; i++, point = _next[point])
                points[i] = _points[point];
            return points;
        }
    }

    /// <summary>Removes the least important point. More than <see cref="Least"/> points must remain.</summary>
    /// <returns>The indexes of the removed point and of the points before and after it.</returns>
    public (int Before, int Removed, int After) RemoveLeast()
    {
        var (point, cost) = _heap.Remove();
        Count--;
        Tolerance = Math.Max(Tolerance, cost);
        var (before, after) = (_previous[point], _next[point]);
        (_next[before], _previous[after]) = (after, before);
        if (before > 0)
            _heap.Update(before, Cost(before));
        if (_next[after] < _next.Length)
            _heap.Update(after, Cost(after));
        return (before, point, after);
    }

    /// <summary>
    /// Returns the area of the triangle with the neighbors. For a narrow spike, whose area is small although it is long, it returns half of
    /// the square of its height.
    /// </summary>
    private double Cost(int point)
    {
        var (x1, y1) = Vector(_previous[point], point);
        var (x2, y2) = Vector(point, _next[point]);
        var (x, y) = (x1 + x2, y1 + y2);
        var square = x * x + y * y;
        var foot = square > 0 ? Math.Max(0, Math.Min(1, (x1 * x + y1 * y) / square)) : 0; // the nearest point of the base
        var (dx, dy) = (x1 - foot * x, y1 - foot * y);
        return Math.Max(Math.Abs(x1 * y2 - x2 * y1), dx * dx + dy * dy) / 2;
    }

    private (double X, double Y) Vector(int from, int to) =>
        (Meridian.Difference(_points[from].Longitude, _points[to].Longitude), _points[to].Latitude - _points[from].Latitude);
}
