using System.Collections.Concurrent;

namespace MapTiler.Emulator;

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
