using MapTiler.Emulator.Data;

namespace MapTiler.Emulator.World;

/// <summary>Reads what Data/build-world.mjs writes.</summary>
internal sealed class WorldReader
{
    private const double UnitsPerDegree = 1000;

    private readonly BinaryDataReader _reader = BinaryDataReader.Open("world.br", "world 4");

    public static WorldData ReadResource() => new WorldReader().Read();

    private WorldData Read() => new(
        ReadScale(),
        ReadScale(),
        [.. _reader.ReadMany(() => _reader.ReadMany(ReadLine)).SelectMany(ToRings)],
        _reader.ReadMany(() => Path(ReadLine())),
        _reader.ReadMany(ReadStateBorder),
        _reader.ReadMany(() => new State(_reader.ReadString(), _reader.ReadString(), _reader.ReadString(), ReadLine()[0].Project())),
        _reader.ReadMany(_reader.ReadVarint).ToHashSet());

    private static MercatorPath Path(GeoPoint[] line) => MercatorPath.Line(Array.ConvertAll(line, p => p.Project()));

    private StateBorder ReadStateBorder()
    {
        var country = _reader.ReadString();
        return new(Path(UnrolledRing.Open(ReadLine())), country);
    }

    private WorldScale ReadScale()
    {
        var arcs = _reader.ReadMany(ReadLine);
        var land = ReadPolygons(arcs);
        var countries = _reader.ReadMany(() =>
            new Country(
                _reader.ReadVarint(), _reader.ReadVarint(), _reader.ReadString(), _reader.ReadString(), _reader.ReadVarint() == 1, ReadLine()[0].Project(), ReadPolygons(arcs)));
        var borders = _reader.ReadMany(() =>
            new Border(Path(UnrolledRing.Open(arcs[_reader.ReadVarint()])), countries[_reader.ReadVarint()], countries[_reader.ReadVarint()]));
        return new(countries, land, borders);
    }

    private MercatorPath[] ReadPolygons(GeoPoint[][] arcs) =>
        [.. _reader.ReadMany(() => _reader.ReadMany(() => Join(arcs, _reader.ReadMany(_reader.ReadSigned)))).SelectMany(ToRings)];

    /// <summary>The first ring of a polygon surrounds it, the others are holes.</summary>
    private static IEnumerable<MercatorPath> ToRings(GeoPoint[][] polygon) =>
        polygon.Select((ring, index) => UnrolledRing.Close(ring, isHole: index > 0));

    /// <summary>The points of a ring without the last one, which is the first.</summary>
    private static GeoPoint[] Join(GeoPoint[][] arcs, int[] references)
    {
        var ring = new List<GeoPoint>();
        foreach (var reference in references)
        {
            var arc = reference < 0 ? arcs[~reference].Reverse() : arcs[reference];
            ring.AddRange(arc.SkipLast(1));
        }

        return [.. ring];
    }

    private GeoPoint[] ReadLine()
    {
        var (x, y) = (0, 0);
        return _reader.ReadMany(() =>
        {
            x += _reader.ReadSigned();
            y += _reader.ReadSigned();
            return new GeoPoint(x / UnitsPerDegree, y / UnitsPerDegree);
        });
    }
}

/// <summary>
/// Shapes on a globe, where 179° and -179° are neighbors, made shapes on a plane that goes on to the east and to the west: there a
/// shape does not break off at the antimeridian, and no line runs across the whole map.
/// </summary>
internal static class UnrolledRing
{
    // Enough for the widest image, which shows four worlds side by side.
    private const int WorldsToEachSide = 3;

    // Below every image.
    private const double BelowTheMap = 8;

    /// <summary>The points of a line.</summary>
    public static GeoPoint[] Open(GeoPoint[] line)
    {
        var worldOffsets = 0;
        var unrolled = new GeoPoint[line.Length];
        for (var i = 0; i < line.Length; i++)
        {
            if (i > 0)
                worldOffsets += WorldOffsetBetween(line[i - 1], line[i]);
            unrolled[i] = line[i] with { Longitude = line[i].Longitude + (360 * worldOffsets) };
        }

        return unrolled;
    }

    /// <summary>A ring. A ring around the south pole is repeated to both sides and closed below the map.</summary>
    public static MercatorPath Close(GeoPoint[] ring, bool isHole)
    {
        var points = Array.ConvertAll(Open(ring), p => p.Project());
        var isAroundPole = Math.Abs(Open([.. ring, ring[0]])[^1].Longitude - ring[0].Longitude) > 180;
        return isAroundPole
            ? MercatorPath.Ring(AroundTheEarth(points, Math.Sign(points[^1].X - points[0].X)), isHole, isEndless: true)
            : MercatorPath.Ring(points, isHole);
    }

    private static MercatorPoint[] AroundTheEarth(MercatorPoint[] worldOffset, int direction)
    {
        var coast = Enumerable.Range(-WorldsToEachSide, (2 * WorldsToEachSide) + 1)
            .SelectMany(n => worldOffset.Select(p => p with { X = p.X + (n * direction) })).ToArray();
        return [.. coast, new(coast[^1].X, BelowTheMap), new(coast[0].X, BelowTheMap)];
    }

    private static int WorldOffsetBetween(GeoPoint a, GeoPoint b) =>
        b.Longitude - a.Longitude > 180 ? -1 : a.Longitude - b.Longitude > 180 ? 1 : 0;
}
