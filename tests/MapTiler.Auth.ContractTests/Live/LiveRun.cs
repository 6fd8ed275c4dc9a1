namespace MapTiler.ContractTests;

/// <summary>Compares the facts with the live service, and only reads.</summary>
internal static class LiveRun
{
    public const int MaxCost = 200;

    private const string DefaultFolder = "contract-responses";

    /// <returns>The exit code: 0 if everything is as expected, 1 if something is not, 2 if the run did not start.</returns>
    public static async Task<int> RunAsync(Func<string, string?> variable, TextWriter output, CancellationToken cancellationToken)
    {
        if (LiveTarget.FromEnvironment(variable) is not { } target)
        {
            await output.WriteLineAsync("Set MAPTILER_CONTRACT_API_KEY to an API key. CONTRIBUTING.md describes the other variables.");
            return 2;
        }

        var facts = AllFacts.List.Where(f => target.ReasonToSkip(f) is null).ToList();
        var (requests, cost) = (facts.Select(f => f.Identity).Distinct().Count() + 2, Billing.CostOf(facts) + 1);
        var hosts = $"{target.BaseAddress.Authority} and {target.ServiceBaseAddress.Authority}";
        await output.WriteLineAsync($"{requests} requests go to {hosts}, none of which changes anything.");
        await output.WriteLineAsync($"The price list counts them as {cost} billed requests, of at most {MaxCost}.");
        if (cost > MaxCost)
            return 2;

        var folder = variable("MAPTILER_CONTRACT_FOLDER") ?? DefaultFolder;
        var outcomes = await CompareAsync(target, new(folder), cancellationToken);
        var table = new Redaction([.. target.Secrets, .. facts.Select(target.SignatureOf)]).Apply(Report.Write(outcomes));
        await output.WriteLineAsync(table);
        await output.WriteLineAsync($"The responses are in {Path.GetFullPath(folder)}.");
        await File.WriteAllTextAsync(Path.Combine(folder, "table.md"), table, cancellationToken);
        return outcomes.TrueForAll(o => o.IsSkipped || o.IsAsExpected) ? 0 : 1;
    }

    private static async Task<List<Outcome>> CompareAsync(LiveTarget target, Recorder recorder, CancellationToken cancellationToken)
    {
        using var client = new HttpClient(FactRunner.CreateHandler());
        var (runner, redaction) = (new FactRunner(target, client), new Redaction(target.Secrets));
        var (outcomes, recorded) = (new List<Outcome>(), new HashSet<string>());
        await target.FindIdsAsync(client, cancellationToken);
        foreach (var fact in AllFacts.List)
        {
            var outcome = await runner.RunAsync(fact, cancellationToken);
            outcomes.Add(outcome);
            if (outcome.Seen is not null && recorded.Add(fact.Identity))
                recorder.Write(fact, outcome.Seen, target.SignatureOf(fact) is { } signature ? new([.. target.Secrets, signature]) : redaction);
        }

        return outcomes;
    }
}
