namespace MapTiler.Emulator;

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
