namespace MapTiler.StaticMaps;

/// <summary>
/// Fits paths into the remaining length of a URL: encoded with all their points, or with the most important ones only.
/// </summary>
internal sealed class PathFitter
{
    private readonly IReadOnlyList<StaticMapPath> _paths;
    private readonly LineRanking[] _lines;
    private readonly int _total;

    public PathFitter(IReadOnlyList<StaticMapPath> paths)
    {
        _paths = paths;
        _lines = [.. paths.Select(path => LineRanking.Rank(path.Points))];
        _total = _lines.Sum(line => line.Count);
    }

    /// <summary>
    /// Returns the paths as escaped <c>enc:</c> strings of at most <paramref name="maxLength"/> characters in total, or the shortest ones if they are still longer.
    /// </summary>
    public (string[] Encoded, PathReduction[] Reductions) Fit(int maxLength)
    {
        var kept = _total;
        var encoded = Encode(kept);
        if (Length(encoded) > maxLength)
        {
            var tooMany = kept;
            kept = 0;
            encoded = Encode(kept);
            while (tooMany - kept > 1)
            {
                var middle = kept + (tooMany - kept) / 2;
                var candidate = Encode(middle);
                if (Length(candidate) > maxLength)
                    tooMany = middle;
                else
                    (kept, encoded) = (middle, candidate);
            }
        }

        return (encoded, [.. _paths.Select((path, i) => new PathReduction { Points = path.Points.Count, KeptPoints = CountOf(i, kept), Tolerance = _lines[i].Tolerance(CountOf(i, kept)) })]);
    }

    private static int Length(string[] encoded) => encoded.Sum(path => path.Length);

    private string[] Encode(int kept) => [.. _lines.Select((line, i) => "enc:" + Uri.EscapeDataString(Polyline.Encode(line.Take(CountOf(i, kept)))))];

    /// <summary>The share of a path in all kept points, but not fewer points than a line or an area needs.</summary>
    private int CountOf(int path, int kept) => Math.Max(_lines[path].Least, (int)((long)_lines[path].Count * kept / _total));
}
