namespace MapTiler.Fuzz;

/// <summary>Code that must accept any input.</summary>
/// <param name="Name">The name, which is also the folder of its corpus.</param>
/// <param name="Seeds">Valid inputs, which are mutated.</param>
/// <param name="Mutate">Creates an input from the seeds.</param>
/// <param name="Run">Passes the input to the code. It throws if the code throws anything that it does not document, or returns something wrong.</param>
internal sealed record FuzzTarget(string Name, IReadOnlyList<byte[]> Seeds, Func<Mutator, byte[]> Mutate, Action<byte[]> Run)
{
    /// <summary>Runs cases, and returns the failures that differ in the type of their exception or in the place where it was thrown.</summary>
    public IReadOnlyDictionary<string, (byte[] Input, Exception Error)> Fuzz(long cases, ulong seed, Action<long>? progress = null)
    {
        var mutator = new Mutator(seed, Seeds);
        var failures = new Dictionary<string, (byte[], Exception)>(StringComparer.Ordinal);
        for (var i = 0L; i < cases; i++)
        {
            var input = Mutate(mutator);
            if (Check(input) is { } error)
                failures.TryAdd(KeyOf(error), (input, error));
            progress?.Invoke(i);
        }

        return failures;
    }

    /// <summary>Returns what the code throws although it must not; null if it accepts the input.</summary>
    public Exception? Check(byte[] input)
    {
        try
        {
            Run(input);
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }

    private static string KeyOf(Exception error)
    {
        var root = error;
        while (root.InnerException is { } inner)
            root = inner;
        var place = (root.StackTrace ?? "").Split('\n').FirstOrDefault(line => line.Contains("MapTiler", StringComparison.Ordinal) && !line.Contains("MapTiler.Fuzz", StringComparison.Ordinal))?.Trim().Split(" in ")[0];
        return $"{root.GetType().Name} {place}";
    }
}
