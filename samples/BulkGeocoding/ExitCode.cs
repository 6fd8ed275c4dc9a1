namespace BulkGeocoding;

/// <summary>The exit codes of the program.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Some rows failed, or the run stopped because all remaining rows would fail.</summary>
    public const int SomeFailed = 1;

    public const int WrongUsage = 2;

    /// <summary>The run was stopped by a signal. The same command resumes it.</summary>
    public const int Interrupted = 130;
}

/// <summary>The arguments or the input are not valid. The message states what to do.</summary>
internal sealed class UsageException(string message, Exception? innerException = null) : Exception(message, innerException);
