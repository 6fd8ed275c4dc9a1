using System.Globalization;

namespace BulkGeocoding;

/// <summary>The output streams of the program.</summary>
/// <param name="Output">The stream for the summary.</param>
/// <param name="Error">The stream for the progress and for errors.</param>
/// <param name="IsInteractive">Whether a line of <paramref name="Error"/> can be overwritten.</param>
internal sealed record Terminal(TextWriter Output, TextWriter Error, bool IsInteractive)
{
    public static Terminal Console { get; } = new(System.Console.Out, System.Console.Error, !System.Console.IsErrorRedirected);

    /// <summary>A line break that ends the line that is being overwritten; empty if there is none.</summary>
    public string NewLine => IsInteractive ? Error.NewLine : "";

    /// <summary>Writes a status message. Numbers are formatted with the invariant culture.</summary>
    public void WriteStatus(FormattableString message) => Error.WriteLine(message.ToString(CultureInfo.InvariantCulture));
}
