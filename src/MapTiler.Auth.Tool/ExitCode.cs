namespace MapTiler.Tool;

/// <summary>The exit codes of all commands.</summary>
internal static class ExitCode
{
    public const int Ok = 0;

    public const int Failed = 1;

    /// <summary>The arguments, the configuration or an input file is not valid.</summary>
    public const int Usage = 2;

    /// <summary>There is no credential, or MapTiler rejected it.</summary>
    public const int Authentication = 3;

    /// <summary>The quota is used up, or there were too many requests.</summary>
    public const int Quota = 4;

    /// <summary>Some items failed. The results of the others were written.</summary>
    public const int PartlyFailed = 5;

    /// <summary>The command was interrupted by Ctrl+C or a signal.</summary>
    public const int Interrupted = 130;
}
