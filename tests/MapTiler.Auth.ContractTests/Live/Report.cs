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

    private static string Seen(Outcome outcome)
    {
        // Data of the caller or the account are not printed.
        var isHidden = outcome.Fact.IsPersonal && outcome.Seen?.Status < 400;
        var seen = isHidden ? $"{outcome.Seen!.Status} {outcome.Seen.MediaType}" : $"{outcome.Seen}";
        var differences = outcome.Differences.Select(d => isHidden ? d.Split(": ")[0] : d);
        return outcome.IsAsExpected ? $"as expected: {seen}" : $"**DIFFERENT**: {string.Join("; ", differences)} ({seen})";
    }

    private static string Cell(string text)
    {
        var line = text.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal);
        return line.Length > 300 ? line[..300] + "..." : line;
    }
}
