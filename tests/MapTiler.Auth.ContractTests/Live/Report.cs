namespace MapTiler.ContractTests;

/// <summary>The table of a run, in Markdown.</summary>
internal static class Report
{
    public static string Write(IReadOnlyCollection<Outcome> outcomes)
    {
        var tested = outcomes.Where(o => !o.IsSkipped).ToList();
        string[] lines =
        [
            "| fact | expected | seen | source |",
            "|---|---|---|---|",
            .. tested.Select(o => $"| {Cell(o.Fact.Name)} | {Cell(Expected(o.Fact))} | {Cell(Seen(o))} | {Cell(o.Fact.Source.ToString())} |"),
            "",
            .. outcomes.Where(o => o.IsSkipped).GroupBy(o => o.SkipReason).Select(group => $"{group.Count()} not tested: {group.Key}"),
            "",
            $"Tested: {AllFacts.Count([.. tested.Select(o => o.Fact)])}",
            $"Different: {AllFacts.Count([.. tested.Where(o => !o.IsAsExpected).Select(o => o.Fact)])}",
        ];
        return string.Join('\n', lines);
    }

    private static string Expected(Fact fact) => string.Join(' ', ((string?[])
        [
            $"{fact.Status}", fact.MediaType, fact.Size, .. fact.Headers, fact.IsEmpty == true ? "empty" : null, fact.Text, fact.Json ?? fact.Tile,
        ]).Where(part => part is not null));

    private static string Seen(Outcome outcome) =>
        outcome.IsAsExpected ? $"as expected: {outcome.Seen}" : $"**DIFFERENT**: {string.Join("; ", outcome.Differences)} ({outcome.Seen})";

    private static string Cell(string text)
    {
        var line = text.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal);
        return line.Length > 300 ? line[..300] + "..." : line;
    }
}
