namespace MapTiler.ContractTests;

/// <summary>Why a fact is believed.</summary>
internal enum SourceKind
{
    /// <summary>Documented by MapTiler, or implemented in its own clients.</summary>
    Document,

    /// <summary>Someone recorded it, or reported it from calls to the live service.</summary>
    Capture,

    /// <summary>Without a source: the emulator had to choose. These facts need a run against the live service the most.</summary>
    Guess,
}

/// <summary>Where a fact comes from.</summary>
/// <param name="Kind">Why it is believed.</param>
/// <param name="Origin">The URL of a page, or the public origin and the date of a recording.</param>
internal sealed record Source(SourceKind Kind, string Origin)
{
    /// <summary>No source.</summary>
    public static Source Guess { get; } = new(SourceKind.Guess, "no source");

    /// <summary>A page of MapTiler or the source of one of its clients.</summary>
    public static Source Document(string url) => new(SourceKind.Document, url);

    /// <summary>A public recording or report.</summary>
    /// <param name="date">The date, or the month, or the year.</param>
    /// <param name="origin">The public origin.</param>
    public static Source Capture(string date, string origin) => new(SourceKind.Capture, $"{date}, {origin}");

    public override string ToString() => $"{Kind}: {Origin}";
}
