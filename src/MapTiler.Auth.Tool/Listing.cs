using Spectre.Console;

namespace MapTiler.Tool;

/// <summary>Writes rows as a table; in a narrow terminal as a list, because the words of a table would break.</summary>
internal static class Listing
{
    private const int MinWidth = 60;

    /// <param name="console">The console.</param>
    /// <param name="columns">The names of the columns.</param>
    /// <param name="rows">The values of each row.</param>
    public static void WriteRows(this IAnsiConsole console, string[] columns, IEnumerable<string[]> rows)
    {
        if (console.Profile.Width < MinWidth)
        {
            foreach (var row in rows)
                console.WriteLine(string.Join('\n', columns.Zip(row, (name, value) => $"{name}: {value}")) + "\n");
            return;
        }

        var table = new Table().SimpleBorder().AddColumns([.. columns.Select(name => new TableColumn(name) { NoWrap = name is "Id" or "Key" })]);
        foreach (var row in rows)
            table.AddRow([.. row.Select(value => new Text(value))]);
        console.Write(table);
    }
}
