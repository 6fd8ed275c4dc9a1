namespace MapTiler.Emulator.World;

/// <summary>
/// What rings leave of a bounding box: the area within them and the rest of the bounding box, as polygons that share no line with each other but
/// where they touch. Where the rings run through the bounding box they become chains from side to side; on the sides each chain goes on
/// clockwise to the next one, with the area on its right.
/// </summary>
internal sealed class ClippedArea
{
    private readonly MercatorBounds _bounds;
    private readonly List<MercatorPoint[]> _chains = [];
    private readonly List<MercatorPoint[]> _rings = [];
    private readonly bool _isCornerInside;

    public ClippedArea(IEnumerable<MercatorPath> rings, MercatorBounds bounds)
    {
        _bounds = bounds;
        var corner = new MercatorPoint(bounds.Left, bounds.Top);
        foreach (var ring in rings)
        {
            var (first, last) = ring.WorldOffsetsWithin(bounds);
            for (var worldOffset = first; worldOffset <= last; worldOffset++)
            {
                Add(ring.Points, worldOffset);
                if (corner with { X = corner.X - worldOffset } is var point && ring.Bounds.Contains(point))
                    _isCornerInside ^= RingMath.Contains(ring.Points, point);
            }
        }
    }

    /// <summary>What of the rings lies in the bounding box: closed lines, and lines that end at its sides.</summary>
    public IEnumerable<(MercatorPoint[] Points, bool IsClosed)> Edges =>
        _chains.Select(c => (c, false)).Concat(_rings.Select(r => (r, true)));

    /// <summary>The polygons within the rings, each an outer ring and its holes.</summary>
    public List<List<MercatorPoint[]>> Inside() => Polygons(_chains, _rings, _isCornerInside);

    /// <summary>The polygons beside the rings.</summary>
    public List<List<MercatorPoint[]>> Outside() =>
        Polygons([.. _chains.Select(Reversed)], [.. _rings.Select(Reversed)], !_isCornerInside);

    private static MercatorPoint[] Reversed(MercatorPoint[] points)
    {
        var reversed = (MercatorPoint[])points.Clone();
        Array.Reverse(reversed);
        return reversed;
    }

    private void Add(ReadOnlySpan<MercatorPoint> ring, int worldOffset)
    {
        // Started outside, a ring ends outside, and every chain is whole.
        var start = 0;
        while (start < ring.Length && _bounds.Contains(Moved(ring[start])))
            start++;
        if (start == ring.Length)
        {
            _rings.Add([.. ring.ToArray().Select(Moved)]);
            return;
        }

        var chain = new List<MercatorPoint>();
        var from = Moved(ring[start]);
        for (var i = 1; i <= ring.Length; i++)
        {
            var to = Moved(ring[(start + i) % ring.Length]);
            if (_bounds.Clip(from, to) is { } part)
            {
                if (part.IsStartCut)
                    EndChain();
                if (chain.Count == 0)
                    chain.Add(part.From);
                chain.Add(part.To);
                if (part.IsEndCut)
                    EndChain();
            }

            from = to;
        }

        EndChain();

        MercatorPoint Moved(MercatorPoint point) => point with { X = point.X + worldOffset };

        void EndChain()
        {
            if (chain.Count > 1)
                _chains.Add([.. chain]);
            chain.Clear();
        }
    }

    private List<List<MercatorPoint[]>> Polygons(List<MercatorPoint[]> chains, List<MercatorPoint[]> rings, bool isCornerInside)
    {
        var polygons = new List<List<MercatorPoint[]>>();
        foreach (var outer in Link(chains).Concat(rings.Where(r => RingMath.Area(r) > 0)))
            polygons.Add([outer]);
        if (chains.Count == 0 && isCornerInside)
            polygons.Add([[.. Enumerable.Range(0, 4).Select(_bounds.Corner)]]);

        foreach (var hole in rings.Where(r => RingMath.Area(r) < 0))
            polygons.Where(p => RingMath.Contains(p[0], hole[0])).MinBy(p => RingMath.Area(p[0]))?.Add(hole);
        return polygons;
    }

    private IEnumerable<MercatorPoint[]> Link(List<MercatorPoint[]> chains)
    {
        var entries = chains.Select((chain, index) => (Place: _bounds.PositionOnSides(chain[0]), Index: index)).Order().ToArray();
        var isUsed = new bool[chains.Count];
        for (var start = 0; start < chains.Count; start++)
        {
            if (isUsed[start])
                continue;
            var ring = new List<MercatorPoint>();
            var current = start;
            do
            {
                isUsed[current] = true;
                ring.AddRange(chains[current]);
                var exit = _bounds.PositionOnSides(chains[current][^1]);
                var (entry, next) = Next(exit, start);
                for (var corner = Math.Floor(exit) + 1; corner < entry; corner++)
                    ring.Add(_bounds.Corner((int)corner % 4));
                current = next;
            }
            while (current != start);
            yield return [.. ring];
        }

        // The next entry clockwise, counted on beyond the fourth corner.
        (double Place, int Index) Next(double exit, int start)
        {
            var first = Array.FindIndex(entries, e => e.Place >= exit);
            for (var i = 0; i < entries.Length; i++)
            {
                var (place, index) = entries[((first < 0 ? 0 : first) + i) % entries.Length];
                if (!isUsed[index] || index == start)
                    return (place < exit ? place + 4 : place, index);
            }

            throw new InvalidOperationException("A chain starts the ring.");
        }
    }
}
