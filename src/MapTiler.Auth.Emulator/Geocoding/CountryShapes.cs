namespace MapTiler.Emulator;

/// <summary>Which country a position lies in, by the outlines of Natural Earth.</summary>
internal sealed class CountryShapes
{
    private static readonly Lazy<CountryShapes> Loaded = new(() => new());

    private readonly Dictionary<int, Outline[]> _outlines = WorldMap.Countries
        .Where(c => c.Number != 0)
        .GroupBy(c => c.Number)
        .ToDictionary(g => g.Key, g => g.SelectMany(Rings).Select(ring => new Outline(ring)).ToArray());

    public static CountryShapes Shared => Loaded.Value;

    /// <summary>ISO's number of the country; null at sea and where there is none.</summary>
    public int? At(double longitude, double latitude)
    {
        var point = MercatorPoint.From(longitude, latitude);
        foreach (var (number, outlines) in _outlines)
        {
            // Even-odd: the holes take away again. Outlines that cross the antimeridian reach beyond their own turn.
            var inside = false;
            foreach (var outline in outlines)
            {
                for (var turn = -1; turn <= 1; turn++)
                    inside ^= outline.Contains(point with { X = point.X + turn });
            }

            if (inside)
                return number;
        }

        return null;
    }

    /// <summary>The polygons of a country, each an outer ring and its holes, cut at the antimeridian; empty for an unknown one.</summary>
    public IReadOnlyList<MercatorPoint[][]> Polygons(int number)
    {
        if (!_outlines.TryGetValue(number, out var outlines))
            return [];

        var pieces = outlines
            .SelectMany(outline => Enumerable.Range(-1, 3).Select(outline.Cut))
            .Where(piece => piece.Length >= 3)
            .Select(piece => new Outline(piece))
            .ToArray();
        var outer = pieces.Where(piece => Depth(piece) % 2 == 0).ToArray();
        return [.. outer.Select(o => (MercatorPoint[][])
        [
            o.Points,
            .. pieces.Where(piece => Depth(piece) % 2 == 1 && o.Contains(piece.Points[0])).Select(piece => piece.Points),
        ])];

        int Depth(Outline piece) => pieces.Count(other => other != piece && other.Contains(piece.Points[0]));
    }

    /// <summary>All rings of a country, outer ones and holes.</summary>
    private static IEnumerable<MercatorPoint[]> Rings(Country country) =>
        country.Rings.Select(ring => ring.Points.ToArray());

    private sealed class Outline(MercatorPoint[] points)
    {
        private readonly MercatorBox _box = MercatorBox.Around(points);

        public MercatorPoint[] Points => points;

        public bool Contains(MercatorPoint point)
        {
            if (point.X < _box.Left || point.X > _box.Right || point.Y < _box.Top || point.Y > _box.Bottom)
                return false;
            var inside = false;
            for (int i = 0, before = points.Length - 1; i < points.Length; before = i++)
            {
                var (a, b) = (points[i], points[before]);
                if (a.Y > point.Y != b.Y > point.Y && point.X < a.X + ((b.X - a.X) * (point.Y - a.Y) / (b.Y - a.Y)))
                    inside = !inside;
            }

            return inside;
        }

        /// <summary>What of the ring, moved by whole turns around the Earth, lies between the sides of the map.</summary>
        public MercatorPoint[] Cut(int turn)
        {
            if (_box.Left + turn >= 1 || _box.Right + turn <= 0)
                return [];
            var moved = Array.ConvertAll(points, p => p with { X = p.X + turn });
            return Cut(Cut(moved, 0, p => p.X >= 0), 1, p => p.X <= 1);
        }

        private static MercatorPoint[] Cut(MercatorPoint[] ring, double x, Func<MercatorPoint, bool> isKept)
        {
            var kept = new List<MercatorPoint>(ring.Length);
            for (var i = 0; i < ring.Length; i++)
            {
                var (from, to) = (ring[i == 0 ? ^1 : i - 1], ring[i]);
                if (isKept(from) != isKept(to))
                    kept.Add(new(x, from.Y + ((to.Y - from.Y) * (x - from.X) / (to.X - from.X))));
                if (isKept(to))
                    kept.Add(to);
            }

            return [.. kept];
        }
    }
}
