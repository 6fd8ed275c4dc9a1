using Spectre.Console;

namespace MapTiler.Tool;

/// <summary>Writes rows as a table. In a narrow terminal they are a list, because the words of a table would break; in a pipe, each is a line with tabs for other programs.</summary>
internal static class Listing
{
    private const int MinWidth = 60;
    private const int MinColumnWidth = 11; // a date, or a word, and the space between columns

    /// <param name="console">The console.</param>
    /// <param name="columns">The names of the columns.</param>
    /// <param name="rows">The values of each row.</param>
    public static void WriteRows(this IAnsiConsole console, string[] columns, IEnumerable<string[]> rows)
    {
        if (!console.Profile.Out.IsTerminal)
        {
            foreach (var row in rows)
                console.Profile.Out.Writer.WriteLine(string.Join('\t', row.Select(value => string.Join(' ', value.Split('\t', '\r', '\n')))));
            return;
        }

        var values = rows.ToList();
        var isComplete = Array.ConvertAll(columns, name => name is "Id" or "Key" or "Code");
        var minWidth = columns.Select((name, i) => isComplete[i] ? values.Select(row => row[i].Length).Append(name.Length).Max() + 2 : MinColumnWidth).Sum();
        if (console.Profile.Width < Math.Max(MinWidth, minWidth))
        {
            foreach (var row in values)
                console.WriteLine(string.Join('\n', columns.Zip(row, (name, value) => $"{name}: {value}")) + "\n");
            return;
        }

        var table = new Table().SimpleBorder().AddColumns([.. columns.Select((name, i) => new TableColumn(name) { NoWrap = isComplete[i] })]);
        foreach (var row in values)
            table.AddRow([.. row.Select(value => new Text(value))]);
        console.Write(table);
    }
}
