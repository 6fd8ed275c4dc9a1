using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace MapTiler.Fuzz;

/// <summary>Runs many cases and keeps the input of each distinct failure in the corpus.</summary>
internal static class LongRun
{
    public static int Run(string name, string cases, string? seed, TextWriter output)
    {
        var count = long.Parse(cases, CultureInfo.InvariantCulture);
        var start = seed is null ? (ulong)Random.Shared.NextInt64() : ulong.Parse(seed, CultureInfo.InvariantCulture);
        var targets = FuzzTargets.All.Where(target => name == "all" || target.Name.Contains(name, StringComparison.OrdinalIgnoreCase)).ToList();
        var distinct = 0;
        foreach (var target in targets)
        {
            var time = Stopwatch.StartNew();
            var failures = target.Fuzz(count, start);
            distinct += failures.Count;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{target.Name}: {count} cases, seed {start}, {time.Elapsed.TotalSeconds:0} s, {failures.Count} distinct failures"));
            foreach (var (key, (input, error)) in failures)
                output.WriteLine($"  {key}\n  {Corpus.Save(target.Name, input)}\n{error}");
        }

        output.WriteLine($"{targets.Count} targets, {distinct} distinct failures");
        return targets.Count > 0 && distinct == 0 ? 0 : 1;
    }
}

/// <summary>The inputs that failed once. The tests run them.</summary>
internal static class Corpus
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "MapTiler.Auth.Fuzz", "Corpus");

    public static IEnumerable<string> FilesOf(string target) =>
        Directory.Exists(Path.Combine(Folder, target)) ? Directory.EnumerateFiles(Path.Combine(Folder, target)) : [];

    /// <summary>Saves an input and returns its path.</summary>
    public static string Save(string target, byte[] input)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(Folder, target)).FullName, Convert.ToHexStringLower(SHA256.HashData(input))[..12]);
        File.WriteAllBytes(path, input);
        return path;
    }
}
