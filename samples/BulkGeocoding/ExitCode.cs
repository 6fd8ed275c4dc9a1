namespace BulkGeocoding;

/// <summary>What the program answers to the shell.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Rows failed, or the run ended early because every further row would fail.</summary>
    public const int SomeFailed = 1;

    public const int WrongUsage = 2;

    /// <summary>Stopped by a signal; the same command continues.</summary>
    public const int Interrupted = 130;
}
