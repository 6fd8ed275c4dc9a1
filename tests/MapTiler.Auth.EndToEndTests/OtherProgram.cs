using System.Diagnostics;

namespace MapTiler.EndToEndTests;

/// <summary>Runs programs that are not part of this repository. A test that needs one is skipped on a machine without it, and fails on a build server.</summary>
internal static class OtherProgram
{
    /// <summary>Runs a program with an input and returns its output.</summary>
    public static async Task<string> RunAsync(string program, IEnumerable<string> arguments, string? folder = null, string? input = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(PathOf(program), arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? "",
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;

        var cancellation = TestContext.Current.CancellationToken;
        using var process = Process.Start(start)!;
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
            await process.WaitForExitAsync(cancellation);
            Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {await errors}{await output}");
            return await output;
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>The path of an installed program.</summary>
    public static string PathOf(string program)
    {
        string[] names = OperatingSystem.IsWindows() ? [program + ".exe", program + ".cmd"] : [program];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Append("/usr/sbin") // servers are there, which is not in the path of every user
            .SelectMany(folder => names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
        if (path is not null)
            return path;

        Skip($"{program} is not installed.");
        return program;
    }

    /// <summary>Skips a test on a machine that lacks something, and fails it on a build server.</summary>
    public static void Skip(string reason)
    {
        Assert.True(string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")), reason);
        Assert.Skip(reason);
    }
}
