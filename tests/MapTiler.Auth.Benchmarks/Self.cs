using System.Diagnostics;

namespace MapTiler.Benchmarks;

/// <summary>This program once more, in a process of its own.</summary>
internal static class Self
{
    public static Process Start(string command, bool isPiped) =>
        Process.Start(new ProcessStartInfo("dotnet", [typeof(Self).Assembly.Location, command]) { RedirectStandardInput = isPiped, RedirectStandardOutput = isPiped })!;

    /// <returns>The exit code.</returns>
    public static int Run(string command)
    {
        using var process = Start(command, isPiped: false);
        process.WaitForExit();
        return process.ExitCode;
    }
}
