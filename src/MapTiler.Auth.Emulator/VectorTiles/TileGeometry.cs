namespace MapTiler.Emulator;

/// <summary>Shapes in the drawing commands of a vector tile.</summary>
internal sealed class TileGeometry(TileCoordinate tile)
{
    public const int Extent = 4096;

    // Not a round number, so that no point of a shape lies exactly on a side.
    private const double Buffer = 64.137;

    private const int MoveTo = 1;
    private const int LineTo = 2;
    private const int ClosePath = 7;

    private readonly MercatorBounds _tile = tile.Bounds;

    /// <summary>What is drawn: the tile and a little around it.</summary>
    public MercatorBounds Bounds { get; } = tile.Bounds.Grown(tile.Bounds.Width * Buffer / Extent);

    /// <summary>The commands of a point; null outside of the bounding box.</summary>
    public uint[]? Point(MercatorPoint point)
    {
        if (!Bounds.Contains(point))
            return null;
        var (x, y) = ToTile(point);
        return [Command(MoveTo, 1), ProtobufWriter.ZigZag(x), ProtobufWriter.ZigZag(y)];
    }

    /// <summary>The commands of the parts of lines that can be seen; empty if there are none.</summary>
    public List<uint> Lines(IEnumerable<MercatorPath> lines)
    {
        var commands = new List<uint>();
        var last = (X: 0, Y: 0);
        foreach (var part in lines.SelectMany(Bounds.Clip))
        {
            if (Distinct(part) is { Count: >= 2 } points)
                Add(commands, points, ref last);
        }

        return commands;
    }

    /// <summary>The commands of polygons, each with its outer ring first; empty if nothing of them can be seen.</summary>
    public List<uint> Polygons(IEnumerable<IReadOnlyList<IReadOnlyList<MercatorPoint>>> polygons)
    {
        var commands = new List<uint>();
        var last = (X: 0, Y: 0);
        foreach (var polygon in polygons)
            AddPolygon(commands, polygon, ref last);
        return commands;
    }

    private void AddPolygon(List<uint> commands, IReadOnlyList<IReadOnlyList<MercatorPoint>> rings, ref (int X, int Y) last)
    {
        for (var i = 0; i < rings.Count; i++)
        {
            var points = Distinct(rings[i]);
            if (points.Count > 1 && points[0] == points[^1])
                points.RemoveAt(points.Count - 1);
            var area = Area(points);
            if (points.Count < 3 || area == 0)
            {
                if (i == 0)
                    return;
                continue;
            }

            // Outer rings run clockwise on the screen, holes the other way.
            if (area > 0 != (i == 0))
                points.Reverse();
            Add(commands, points, ref last);
            commands.Add(Command(ClosePath, 1));
        }
    }

    private static void Add(List<uint> commands, List<(int X, int Y)> points, ref (int X, int Y) last)
    {
        for (var n = 0; n < points.Count; n++)
        {
            if (n < 2)
                commands.Add(n == 0 ? Command(MoveTo, 1) : Command(LineTo, points.Count - 1));
            commands.Add(ProtobufWriter.ZigZag(points[n].X - last.X));
            commands.Add(ProtobufWriter.ZigZag(points[n].Y - last.Y));
            last = points[n];
        }
    }

    private List<(int X, int Y)> Distinct(IReadOnlyList<MercatorPoint> ring)
    {
        var points = new List<(int X, int Y)>(ring.Count);
        foreach (var point in ring.Select(ToTile))
        {
            if (points.Count == 0 || points[^1] != point)
                points.Add(point);
        }

        return points;
    }

    private static long Area(List<(int X, int Y)> points)
    {
        var doubled = 0L;
        for (var i = 0; i < points.Count; i++)
        {
            var (a, b) = (points[i], points[(i + 1) % points.Count]);
            doubled += ((long)a.X * b.Y) - ((long)b.X * a.Y);
        }

        return doubled;
    }

    private (int X, int Y) ToTile(MercatorPoint point)
    {
        var scale = Extent / _tile.Width;
        return ((int)Math.Round((point.X - _tile.Left) * scale), (int)Math.Round((point.Y - _tile.Top) * scale));
    }

    private static uint Command(int id, int count) => (uint)(id | (count << 3));
}
