namespace MapTiler.StaticMaps;

/// <summary>
/// Makes paths fit into the room that an address has: encoded as they are, or with the most important of their places.
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

    /// <summary>The paths as escaped <c>enc:</c> texts of at most <paramref name="room"/> characters together, if that can be.</summary>
    public (string[] Texts, PathReduction[] Reductions) Fit(int room)
    {
        var kept = _total;
        var texts = Encode(kept);
        if (Length(texts) > room)
        {
            var tooMany = kept;
            kept = 0;
            texts = Encode(kept);
            while (tooMany - kept > 1)
            {
                var middle = kept + (tooMany - kept) / 2;
                var candidate = Encode(middle);
                if (Length(candidate) > room)
                    tooMany = middle;
                else
                    (kept, texts) = (middle, candidate);
            }
        }

        return (texts, [.. _paths.Select((path, i) => new PathReduction(path.Points.Count, CountOf(i, kept), _lines[i].Tolerance(CountOf(i, kept))))]);
    }

    private static int Length(string[] texts) => texts.Sum(text => text.Length);

    private string[] Encode(int kept) => [.. _lines.Select((line, i) => "enc:" + Uri.EscapeDataString(Polyline.Encode(line.Take(CountOf(i, kept)))))];

    /// <summary>The share of a path in all places, but no fewer than make a line or an area.</summary>
    private int CountOf(int path, int kept) => Math.Max(_lines[path].Least, (int)((long)_lines[path].Count * kept / _total));
}
