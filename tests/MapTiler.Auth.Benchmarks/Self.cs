using System.Diagnostics;

namespace MapTiler.Benchmarks;

/// <summary>This program once more, in a process of its own.</summary>
internal static class Self
{
    public static Process Start(string command, bool isPiped) => Start([command], isPiped);

    public static Process Start(string[] arguments, bool isPiped) =>
        Process.Start(new ProcessStartInfo("dotnet", [typeof(Self).Assembly.Location, .. arguments]) { RedirectStandardInput = isPiped, RedirectStandardOutput = isPiped })!;

    public static Process Start(string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Self).Assembly.Location, .. arguments]);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <returns>The exit code.</returns>
    public static int Run(string command)
    {
        using var process = Start(command, isPiped: false);
        process.WaitForExit();
        return process.ExitCode;
    }
}
