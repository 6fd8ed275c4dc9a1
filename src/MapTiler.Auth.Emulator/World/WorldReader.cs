namespace MapTiler.Emulator;

/// <summary>Reads what Data/build-world.mjs writes.</summary>
internal sealed class WorldReader
{
    private const double UnitsPerDegree = 1000;

    private readonly PackedReader _packed = PackedReader.Open("world.br", "world 2");

    public static WorldData ReadResource() => new WorldReader().Read();

    private WorldData Read() => new(
        ReadScale(),
        ReadScale(),
        [.. _packed.ReadMany(() => _packed.ReadMany(ReadLine)).SelectMany(ToRings)],
        _packed.ReadMany(() => MercatorPath.Line(Array.ConvertAll(ReadLine(), p => p.Project()))));

    private WorldScale ReadScale()
    {
        var arcs = _packed.ReadMany(ReadLine);
        var borders = _packed.ReadMany(() => MercatorPath.Line(Array.ConvertAll(UnrolledRing.Open(arcs[_packed.ReadVarint()]), p => p.Project())));
        var land = ReadPolygons(arcs);
        var countries = _packed.ReadMany(() =>
            new Country(_packed.ReadVarint(), _packed.ReadText(), ReadLine()[0].Project(), ReadPolygons(arcs)));
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
