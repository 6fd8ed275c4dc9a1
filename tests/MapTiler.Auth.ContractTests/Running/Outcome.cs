namespace MapTiler.ContractTests;

/// <summary>What became of a fact.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Seen">The response; null if there was none.</param>
/// <param name="Differences">What is different; empty if nothing is.</param>
/// <param name="SkipReason">Why it was not tested; null if it was.</param>
internal sealed record Outcome(Fact Fact, Exchange? Seen, IReadOnlyList<string> Differences, string? SkipReason)
{
    public bool IsSkipped => SkipReason is not null;

    public bool IsAsExpected => !IsSkipped && Differences.Count == 0;
}
