using MapTiler.Emulator.World;

namespace MapTiler.Emulator.Elevation;

/// <summary>Elevations at the corners of square cells, through which contour lines are drawn.</summary>
internal sealed class ElevationGrid
{
    private readonly MercatorBounds _bounds;
    private readonly int _cells;
    private readonly double[,] _meters;

    private ElevationGrid(MercatorBounds bounds, double[,] meters)
    {
        (_bounds, _meters, _cells) = (bounds, meters, meters.GetLength(0) - 1);
        var all = meters.Cast<double>();
        (Min, Max) = (all.Min(), all.Max());
    }

    /// <summary>The lowest elevation at a corner, in meters.</summary>
    public double Min { get; }

    /// <summary>The highest elevation at a corner, in meters.</summary>
    public double Max { get; }

    public static ElevationGrid Sample(MercatorBounds bounds, int cells)
    {
        var meters = new double[cells + 1, cells + 1];
        for (var row = 0; row <= cells; row++)
        {
            for (var column = 0; column <= cells; column++)
            {
                meters[row, column] = ElevationSurface.At(
                    WebMercator.Longitude(bounds.Left + (bounds.Width * column / cells)), WebMercator.Latitude(bounds.Top + (bounds.Height * row / cells)));
            }
        }

        return new(bounds, meters);
    }

    /// <summary>The lines of an elevation, by marching squares, joined where cells meet.</summary>
    public List<MercatorPath> Contour(double elevation)
    {
        var next = new Dictionary<(int Edge, bool IsVertical), ((int Edge, bool IsVertical) Edge, bool IsUsed)>();
        foreach (var (from, to) in Segments(elevation))
            next[from] = (to, false);
        var ends = next.Values.Select(n => n.Edge).ToHashSet();

        // Open lines from their starts; what is left are rings.
        var lines = new List<MercatorPath>();
        foreach (var start in next.Keys.OrderBy(edge => ends.Contains(edge)).ToArray())
        {
            if (next[start].IsUsed)
                continue;
            var points = new List<MercatorPoint> { Crossing(start, elevation) };
            var edge = start;
            while (next.TryGetValue(edge, out var following) && !following.IsUsed)
            {
                next[edge] = following with { IsUsed = true };
                edge = following.Edge;
                points.Add(Crossing(edge, elevation));
            }

            lines.Add(MercatorPath.Line([.. points]));
        }

        return lines;
    }

    /// <summary>The segments through the cells, with the higher ground on their left, as pairs of edges of the grid.</summary>
    private IEnumerable<((int, bool) From, (int, bool) To)> Segments(double elevation)
    {
        for (var row = 0; row < _cells; row++)
        {
            for (var column = 0; column < _cells; column++)
            {
                var corner = (row * (_cells + 1)) + column;
                var (top, bottom, left, right) = ((corner, false), (corner + _cells + 1, false), (corner, true), (corner + 1, true));
                bool topLeft = IsHigh(row, column), topRight = IsHigh(row, column + 1);
                bool bottomLeft = IsHigh(row + 1, column), bottomRight = IsHigh(row + 1, column + 1);
                var isSaddle = topLeft == bottomRight && topRight == bottomLeft && topLeft != topRight;

                if (topLeft == topRight && topLeft == bottomLeft && topLeft == bottomRight)
                    continue;

                // Around the cell clockwise: a line enters where high ground ends and leaves where it begins again.
                var entries = new List<(int, bool)>(2);
                var exits = new List<(int, bool)>(2);
                Cross(topLeft, topRight, top);
                Cross(topRight, bottomRight, right);
                Cross(bottomRight, bottomLeft, bottom);
                Cross(bottomLeft, topLeft, left);
                yield return (entries[0], exits[0]);
                if (isSaddle)
                    yield return (entries[1], exits[1]);

                void Cross(bool from, bool to, (int, bool) edge)
                {
                    if (from && !to)
                        entries.Add(edge);
                    else if (!from && to)
                        exits.Add(edge);
                }
            }
        }

        bool IsHigh(int row, int column) => _meters[row, column] >= elevation;
    }

    private MercatorPoint Crossing((int Edge, bool IsVertical) edge, double elevation)
    {
        var (row, column) = (edge.Edge / (_cells + 1), edge.Edge % (_cells + 1));
        var (from, to) = (_meters[row, column], edge.IsVertical ? _meters[row + 1, column] : _meters[row, column + 1]);
        var part = (elevation - from) / (to - from);
        var (x, y) = edge.IsVertical ? (column, row + part) : (column + part, (double)row);
        return new(_bounds.Left + (_bounds.Width * x / _cells), _bounds.Top + (_bounds.Height * y / _cells));
    }
}
