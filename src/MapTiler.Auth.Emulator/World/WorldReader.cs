namespace MapTiler.Emulator;

/// <summary>Reads what Data/build-world.mjs writes.</summary>
internal sealed class WorldReader
{
    private const double UnitsPerDegree = 1000;

    private readonly PackedReader _packed = PackedReader.Open("world.br", "world 4");

    public static WorldData ReadResource() => new WorldReader().Read();

    private WorldData Read() => new(
        ReadScale(),
        ReadScale(),
        [.. _packed.ReadMany(() => _packed.ReadMany(ReadLine)).SelectMany(ToRings)],
        _packed.ReadMany(() => Path(ReadLine())),
        _packed.ReadMany(ReadStateBorder),
        _packed.ReadMany(() => new State(_packed.ReadText(), _packed.ReadText(), _packed.ReadText(), ReadLine()[0].Project())),
        _packed.ReadMany(_packed.ReadVarint).ToHashSet());

    private static MercatorPath Path(Degrees[] line) => MercatorPath.Line(Array.ConvertAll(line, p => p.Project()));

    private StateBorder ReadStateBorder()
    {
        var country = _packed.ReadText();
        return new(Path(UnrolledRing.Open(ReadLine())), country);
    }

    private WorldScale ReadScale()
    {
        var arcs = _packed.ReadMany(ReadLine);
        var land = ReadPolygons(arcs);
        var countries = _packed.ReadMany(() =>
            new Country(
                _packed.ReadVarint(), _packed.ReadVarint(), _packed.ReadText(), _packed.ReadText(), _packed.ReadVarint() == 1, ReadLine()[0].Project(), ReadPolygons(arcs)));
        var borders = _packed.ReadMany(() =>
            new Border(Path(UnrolledRing.Open(arcs[_packed.ReadVarint()])), countries[_packed.ReadVarint()], countries[_packed.ReadVarint()]));
        return new(countries, land, borders);
    }

    private MercatorPath[] ReadPolygons(Degrees[][] arcs) =>
        [.. _packed.ReadMany(() => _packed.ReadMany(() => Join(arcs, _packed.ReadMany(_packed.ReadSigned)))).SelectMany(ToRings)];

    /// <summary>The first ring of a polygon surrounds it, the others are holes.</summary>
    private static IEnumerable<MercatorPath> ToRings(Degrees[][] polygon) =>
        polygon.Select((ring, index) => UnrolledRing.Close(ring, isHole: index > 0));

    /// <summary>The points of a ring without the last one, which is the first.</summary>
    private static Degrees[] Join(Degrees[][] arcs, int[] references)
    {
        var ring = new List<Degrees>();
        foreach (var reference in references)
        {
            var arc = reference < 0 ? arcs[~reference].Reverse() : arcs[reference];
            ring.AddRange(arc.SkipLast(1));
        }

        return [.. ring];
    }

    private Degrees[] ReadLine()
    {
        var (x, y) = (0, 0);
        return _packed.ReadMany(() =>
        {
            x += _packed.ReadSigned();
            y += _packed.ReadSigned();
            return new Degrees(x / UnitsPerDegree, y / UnitsPerDegree);
        });
    }
}
