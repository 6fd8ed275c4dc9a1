using System.Collections.Concurrent;
using MapTiler.Emulator.World;

namespace MapTiler.Emulator.Geocoding;

/// <summary>Which country a position lies in, and the areas of the countries, by the outlines of Natural Earth.</summary>
internal sealed class CountryShapes
{
    private static readonly Lazy<CountryShapes> Loaded = new(() => new());

    private readonly ConcurrentDictionary<int, CountryShape?> _shapes = new();

    private readonly Dictionary<int, Outline[]> _outlines = WorldMap.Countries
        .Where(c => c.Number != 0)
        .GroupBy(c => c.Number)
        .ToDictionary(g => g.Key, g => g.SelectMany(Rings).Select(ring => new Outline(ring)).ToArray());

    public static CountryShapes Shared => Loaded.Value;

    /// <summary>ISO's number of the country; null at sea and where there is none.</summary>
    public int? At(double longitude, double latitude)
    {
        var point = new GeoPoint(longitude, latitude).Project();
        foreach (var (number, outlines) in _outlines)
        {
            // Even-odd: the holes take away again. Outlines that cross the antimeridian reach beyond their own copy of the world.
            var inside = false;
            foreach (var outline in outlines)
            {
                for (var worldOffset = -1; worldOffset <= 1; worldOffset++)
                    inside ^= outline.Contains(point with { X = point.X + worldOffset });
            }

            if (inside)
                return number;
        }

        return null;
    }

    /// <summary>The area of a country; null for an unknown one.</summary>
    public CountryShape? Find(int number) => _shapes.GetOrAdd(number, n => _outlines.TryGetValue(n, out var outlines)
        ? CountryShape.Of(outlines.Select(o => (o.Points, o.IsHole)))
        : null);

    /// <summary>All rings of a country, outer ones and holes.</summary>
    private static IEnumerable<MercatorPoint[]> Rings(Country country) =>
        country.Rings.Select(ring => ring.Points.ToArray());

    private sealed class Outline(MercatorPoint[] points)
    {
        private readonly MercatorBounds _bounds = MercatorBounds.Around(points);

        public MercatorPoint[] Points => points;

        /// <summary>A hole runs the other way around.</summary>
        public bool IsHole { get; } = RingMath.Area(points) < 0;

        public bool Contains(MercatorPoint point) => _bounds.Contains(point) && RingMath.Contains(points, point);
    }
}

/// <summary>The area of a country as GeoJSON has it: cut at the antimeridian, with a bounding bounds that contains it (RFC 7946).</summary>
/// <param name="Polygons">Each has an outer ring and its holes. The rings have no copy of their first point at the end.</param>
/// <param name="Bounds">Crosses the antimeridian where that makes it narrower.</param>
internal sealed record CountryShape(IReadOnlyList<GeoPoint[][]> Polygons, BoundingBox Bounds)
{
    private const double FullTurn = 360;

    public static CountryShape? Of(IEnumerable<(MercatorPoint[] Points, bool IsHole)> outlines)
    {
        var pieces = outlines
            .SelectMany(o => WorldOffsetsOf(o.Points).Select(worldOffset => new Piece(Cut(o.Points, worldOffset), o.IsHole)))
            .Where(p => p.Ring.Length >= 3)
            .ToArray();
        var outer = pieces.Where(p => !p.IsHole).ToArray();
        if (outer.Length == 0)
            return null;

        // A hole can touch its outer ring, so no single point of it decides.
        var holes = pieces.Where(p => p.IsHole).ToLookup(hole => outer.MaxBy(o => hole.Ring.Count(o.Contains))!);
        return new([.. outer.Select(o => (GeoPoint[][])[o.Ring, .. holes[o].Select(h => h.Ring)])], BoundsAround([.. outer.Select(o => o.Ring)]));
    }

    private static BoundingBox BoundsAround(GeoPoint[][] rings)
    {
        var spans = rings.Select(ring => (West: ring.Min(p => p.Longitude), East: ring.Max(p => p.Longitude))).OrderBy(s => s.West).ToArray();
        var (south, north) = (rings.Min(ring => ring.Min(p => p.Latitude)), rings.Max(ring => ring.Max(p => p.Latitude)));

        // The bounds leaves out the widest gap: the one beyond the antimeridian, or one between two parts.
        var reached = spans[0].East;
        var (west, east, widest) = (spans[0].West, spans.Max(s => s.East), spans[0].West + FullTurn - spans.Max(s => s.East));
        foreach (var span in spans)
        {
            if (span.West - reached > widest)
                (west, east, widest) = (span.West, reached, span.West - reached);
            reached = Math.Max(reached, span.East);
        }

        return new(west, south, east, north);
    }

    /// <summary>A ring around the pole already contains its copies in the neighboring worlds.</summary>
    private static int[] WorldOffsetsOf(MercatorPoint[] ring) => ring.Max(p => p.X) - ring.Min(p => p.X) > 1 ? [0] : [-1, 0, 1];

    /// <summary>What of a ring, moved by whole worlds around the Earth, lies between 180° west and 180° east.</summary>
    private static GeoPoint[] Cut(MercatorPoint[] ring, int worldOffset)
    {
        if (ring.Max(p => p.X) + worldOffset <= 0 || ring.Min(p => p.X) + worldOffset >= 1)
            return [];
        var moved = Array.ConvertAll(ring, p => p with { X = p.X + worldOffset });
        return ToDegrees(Cut(Cut(moved, 0, p => p.X >= 0), 1, p => p.X <= 1));
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

    /// <summary>The ring in the decimals of a response, without points that fall together in them.</summary>
    private static GeoPoint[] ToDegrees(MercatorPoint[] ring)
    {
        var degrees = new List<GeoPoint>(ring.Length);
        foreach (var (x, y) in ring)
        {
            var point = new GeoPoint(Math.Round(WebMercator.Longitude(x), 5), Math.Round(WebMercator.Latitude(y), 5));
            if (degrees.Count == 0 || degrees[^1] != point)
                degrees.Add(point);
        }

        while (degrees.Count > 1 && degrees[0] == degrees[^1])
            degrees.RemoveAt(degrees.Count - 1);
        return [.. degrees];
    }

    private sealed record Piece(GeoPoint[] Ring, bool IsHole)
    {
        public bool Contains(GeoPoint point)
        {
            var inside = false;
            for (int i = 0, before = Ring.Length - 1; i < Ring.Length; before = i++)
            {
                var (a, b) = (Ring[i], Ring[before]);
                if (a.Latitude > point.Latitude != b.Latitude > point.Latitude
                    && point.Longitude < a.Longitude + ((b.Longitude - a.Longitude) * (point.Latitude - a.Latitude) / (b.Latitude - a.Latitude)))
                {
                    inside = !inside;
                }
            }

            return inside;
        }
    }
}
