namespace MapTiler.Emulator;

/// <summary>How much was used of one item.</summary>
/// <param name="Group"><c>request</c>, <c>session</c> or <c>export</c>.</param>
/// <param name="Item">The item.</param>
/// <param name="Values">How much in each day or month of the period.</param>
internal sealed record UsageSeries(string Group, UsageItem Item, IReadOnlyList<(DateOnly Date, int Value)> Values)
{
    public int Total { get; } = Values.Sum(v => v.Value);
}
