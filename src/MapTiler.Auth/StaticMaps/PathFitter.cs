namespace MapTiler.StaticMaps;

/// <summary>
/// Fits paths into the remaining length of a URL: encoded with all their points, or with the most important ones only.
/// </summary>
internal sealed class PathFitter(IReadOnlyList<StaticMapPath> paths)
{
    private const string Prefix = "enc:";

    /// <summary>The length of a path with two points, each of which has at least two characters.</summary>
    private const int MinLength = 8;

    /// <summary>
    /// Returns the paths as escaped <c>enc:</c> strings of at most <paramref name="maxLength"/> characters in total, or the shortest ones if they are still longer.
    /// </summary>
    public (string[] Encoded, PathReduction[] Reductions) Fit(int maxLength)
    {
        Line[] lines = [.. paths.Select(path => new Line(path.Points))];
        var (length, total) = (lines.Sum(line => line.Length), lines.Sum(line => line.Reduction.Count));
        var counts = Array.ConvertAll(lines, line => line.Reduction.Count);
        var kept = maxLength < MinLength * (long)lines.Length ? 1 : total; // so many paths are too long however few points they keep
        while (length > maxLength && kept > 0)
        {
            kept--;
            for (var i = 0; i < lines.Length; i++)
                length += lines[i].RemoveTo((int)((long)counts[i] * kept / total)); // its share of all points
        }

        return (
            Array.ConvertAll(lines, line => Prefix + Uri.EscapeDataString(Polyline.Encode(line.Reduction.Points))),
            [.. lines.Select((line, i) => new PathReduction { PointCount = paths[i].Points.Count, KeptPointCount = line.Reduction.Count, Tolerance = line.Reduction.Tolerance })]);
    }

    /// <summary>A line and the length of its escaped string, which is not encoded again for each removed point.</summary>
    private sealed class Line
    {
        private readonly (int Latitude, int Longitude)[] _units;

        /// <summary>By point, the length of its encoded difference from the point before it.</summary>
        private readonly int[] _lengths;

        public Line(IReadOnlyList<LngLat> points)
        {
            Reduction = new LineReduction(points);
            _units = Array.ConvertAll(Reduction.Points, point => (Polyline.Units(point.Latitude), Polyline.Units(point.Longitude)));
            _lengths = new int[_units.Length];
            Length = Prefix.Length + (_lengths[0] = LengthOf(default, _units[0]));
            for (var i = 1; i < _units.Length; i++)
                Length += _lengths[i] = LengthOf(_units[i - 1], _units[i]);
        }

        public LineReduction Reduction { get; }

        public int Length { get; private set; }

        /// <summary>Removes points until <paramref name="count"/> points remain, but not more than a line or an area needs.</summary>
        /// <returns>The difference of the length.</returns>
        public int RemoveTo(int count)
        {
            var before = Length;
            while (Reduction.Count > Math.Max(count, Reduction.Least))
            {
                var (from, removed, to) = Reduction.RemoveLeast();
                Length -= _lengths[removed] + _lengths[to];
                Length += _lengths[to] = LengthOf(_units[from], _units[to]);
            }

            return Length - before;
        }

        private static int LengthOf((int Latitude, int Longitude) from, (int Latitude, int Longitude) to) =>
            Polyline.EscapedLength(to.Latitude - from.Latitude) + Polyline.EscapedLength(to.Longitude - from.Longitude);
    }
}
