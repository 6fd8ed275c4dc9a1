using System.Globalization;

namespace BulkGeocoding;

/// <summary>Where the program writes: results to one stream, progress and complaints to the other.</summary>
/// <param name="Output">What a person reads at the end.</param>
/// <param name="Error">What happens meanwhile.</param>
/// <param name="IsInteractive">Whether a line of <paramref name="Error"/> can be written over.</param>
internal sealed record Terminal(TextWriter Output, TextWriter Error, bool IsInteractive)
{
    public static Terminal Console { get; } = new(System.Console.Out, System.Console.Error, !System.Console.IsErrorRedirected);

    /// <summary>Leaves the line that is being written over.</summary>
    public string NewLine => IsInteractive ? Error.NewLine : "";

    /// <summary>Says what happens meanwhile, with the same numbers in every culture.</summary>
    public void Say(FormattableString text) => Error.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
