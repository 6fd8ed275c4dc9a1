using System.Text;

namespace MapTiler.Tool;

/// <summary>A chart of blocks, each of which has eight steps.</summary>
internal static class TextChart
{
    private const string Blocks = " ▁▂▃▄▅▆▇█";
    private const int Steps = 8;

    /// <summary>Returns the rows from top to bottom. The smallest value is one step high, a missing value is empty.</summary>
    public static IReadOnlyList<string> Draw(IReadOnlyList<double?> values, int width, int height)
    {
        var columns = Enumerable.Range(0, width).Select(column => Average(values, column, width)).ToList();
        var min = values.Min() ?? 0;
        var range = Math.Max((values.Max() ?? 0) - min, double.Epsilon);
        var levels = columns.Select(value => value is { } number ? 1 + (int)Math.Round((number - min) / range * ((height * Steps) - 1)) : 0).ToList();
        var rows = new string[height];
        for (var row = 0; row < height; row++)
        {
            var text = new StringBuilder(width);
            foreach (var level in levels)
                text.Append(Blocks[Math.Clamp(level - ((height - 1 - row) * Steps), 0, Steps)]);
            rows[row] = text.ToString().TrimEnd();
        }

        return rows;
    }

    private static double? Average(IReadOnlyList<double?> values, int column, int width)
    {
        var start = (int)((long)column * values.Count / width);
        var end = Math.Max(start + 1, (int)((long)(column + 1) * values.Count / width));
        return values.Skip(start).Take(end - start).Average();
    }
}
