namespace MapTiler.Emulator;

/// <summary>Shapes in the drawing commands of a vector tile.</summary>
internal sealed class TileGeometry(TileAddress tile)
{
    public const int Extent = 4096;

    private const int Buffer = 64;
    private const int MoveTo = 1;
    private const int LineTo = 2;
    private const int ClosePath = 7;

    private readonly MercatorBox _tile = tile.Box;

    /// <summary>What is drawn: the tile and a little around it.</summary>
    public MercatorBox Box { get; } = tile.Box.Grown((tile.Box.Right - tile.Box.Left) * Buffer / Extent);

    /// <summary>The commands of a point; null outside of the box.</summary>
    public uint[]? Point(MercatorPoint point)
    {
        if (point.X < Box.Left || point.X > Box.Right || point.Y < Box.Top || point.Y > Box.Bottom)
            return null;
        var (x, y) = ToTile(point);
        return [Command(MoveTo, 1), ProtobufWriter.ZigZag(x), ProtobufWriter.ZigZag(y)];
    }

    /// <summary>The commands of a polygon, outer ring first; empty if nothing of it can be seen.</summary>
    public List<uint> Polygon(IReadOnlyList<IReadOnlyList<MercatorPoint>> rings)
    {
        var commands = new List<uint>();
        var (x, y) = (0, 0);
        for (var i = 0; i < rings.Count; i++)
        {
            var points = Distinct(rings[i]);
            var area = Area(points);
            if (points.Count < 3 || area == 0)
            {
                if (i == 0)
                    break;
                continue;
            }

            // Outer rings run clockwise on the screen, holes the other way.
            if (area > 0 != (i == 0))
                points.Reverse();
            for (var n = 0; n < points.Count; n++)
            {
                if (n < 2)
                    commands.Add(n == 0 ? Command(MoveTo, 1) : Command(LineTo, points.Count - 1));
                commands.Add(ProtobufWriter.ZigZag(points[n].X - x));
                commands.Add(ProtobufWriter.ZigZag(points[n].Y - y));
                (x, y) = points[n];
            }

            commands.Add(Command(ClosePath, 1));
        }

        return commands;
    }

    private List<(int X, int Y)> Distinct(IReadOnlyList<MercatorPoint> ring)
    {
        var points = new List<(int X, int Y)>(ring.Count);
        foreach (var point in ring.Select(ToTile))
        {
            if (points.Count == 0 || points[^1] != point)
                points.Add(point);
        }

        if (points.Count > 1 && points[0] == points[^1])
            points.RemoveAt(points.Count - 1);
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
        var scale = Extent / (_tile.Right - _tile.Left);
        return ((int)Math.Round((point.X - _tile.Left) * scale), (int)Math.Round((point.Y - _tile.Top) * scale));
    }

    private static uint Command(int id, int count) => (uint)(id | (count << 3));
}
