using System.Diagnostics;

namespace MapTiler.Benchmarks;

/// <summary>The first call of a process, from its start to its end: this library and its peers, compiled at run time and ahead of time.</summary>
internal static class FirstCallScenario
{
    private const int Rounds = 10;

    private static readonly string Tests = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", ".."));

    public static async Task RunAsync()
    {
        var node = Path.Combine(Tests, "MapTiler.Auth.Benchmarks", "node");
        var native = Directory.CreateTempSubdirectory("maptiler-first-call-").FullName;
        try
        {
            Run("npm", ["ci", "--silent", "--no-audit", "--no-fund"], node);
            Run("dotnet", ["publish", Path.Combine(Tests, "MapTiler.Auth.FirstCall"), "-p:Aot=true", "-p:NuGetLockFilePath=obj/aot.lock.json", "-p:RestoreLockedMode=false", "-c", "Release", "--ucr", "-o", native, "-v", "q"], Tests);
            await CompareAsync(Path.Combine(native, "MapTiler.Auth.FirstCall"), Path.Combine(node, "first.mjs"));
        }
        finally
        {
            Directory.Delete(native, recursive: true);
        }
    }

    private static async Task CompareAsync(string native, string script)
    {
        using var server = Self.Start(EmulatorScenario.Command, isPiped: true);
        string[] target = [(await server.StandardOutput.ReadLineAsync())!, (await server.StandardOutput.ReadLineAsync())!];
        var assembly = Path.Combine(Tests, "MapTiler.Auth.FirstCall", "bin", "Release", "net10.0", "MapTiler.Auth.FirstCall.dll");
        Contestant Jit(string way) => new($"{way}, JIT", "dotnet", [assembly, way, .. target]);
        Contestant Aot(string way) => new($"{way}, AOT", native, [way, .. target]);
        Contestant[] contestants = [Jit("nothing"), Jit("client"), Jit("services"), Jit("factory"), Jit("bare"), Aot("nothing"), Aot("client"), Aot("factory"), Aot("bare"), new("Node", "node", [script, .. target])];
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var contestant in contestants)
            {
                var clock = Stopwatch.StartNew();
                Run(contestant.Program, contestant.Arguments, Tests);
                contestant.Times.Add(clock.Elapsed.TotalMilliseconds);
            }
        }

        await server.StandardInput.WriteLineAsync();
        foreach (var contestant in contestants)
            Console.WriteLine(FormattableString.Invariant($"first call: {contestant.Name,-14} {contestant.Median,4:0} ms"));
        Ratio("client, JIT", "factory, JIT");
        Ratio("services, JIT", "factory, JIT");
        Ratio("client, JIT", "bare, JIT");
        Ratio("client, AOT", "factory, AOT");
        Ratio("client, AOT", "bare, AOT");
        Ratio("Node", "client, AOT");

        void Ratio(string a, string b)
        {
            var (first, second) = (contestants.Single(c => c.Name == a), contestants.Single(c => c.Name == b));
            double[] ratios = [.. first.Times.Zip(second.Times, (x, y) => x / y).Skip(1).Order()];
            Console.WriteLine(FormattableString.Invariant($"first call: {a} / {b}: {ratios[ratios.Length / 2]:0.00} x, the median of {Rounds} pairs"));
        }
    }

    private static void Run(string program, string[] arguments, string folder)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }

    private sealed record Contestant(string Name, string Program, string[] Arguments)
    {
        public List<double> Times { get; } = [];

        public double Median => Times.Skip(1).Order().ElementAt(Rounds / 2);
    }
}
