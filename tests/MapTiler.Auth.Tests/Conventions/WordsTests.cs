using System.Text.RegularExpressions;

namespace MapTiler.Tests.Conventions;

/// <summary>Documentation comments, messages and READMEs use the words of MapTiler's and Microsoft's documentation.</summary>
public sealed partial class WordsTests
{
    /// <summary>Words that a reader does not search for, with those to use instead.</summary>
    private static readonly (string Retired, string Instead)[] Words =
    [
        (@"answer(s|ed|ing)?", "response, return"),
        (@"refus(e|es|ed|al|ing)", "reject, throw"),
        (@"repetitions?", "retry"),
        (@"pictures?", "image"),
        (@"data sets?", "dataset"),
        (@"colours?", "color"),
        (@"(kilo|centi|milli)?metres?", "meter"),
        (@"neighbour\w*", "neighbor"),
        (@"tells?|told", "report, indicate"),
        (@"knows?", "contain, support"),
        (@"asks?|asked", "request"),
        (@"leads?", "point to"),
        (@"(?<!place)holds?", "contain"),
        (@"stands?", "be"),
        (@"brings?", "return, include"),
        (@"anew", "again"),
        (@"meanwhile", "in the meantime"),
        (@"by (itself|themselves)", "automatically"),
        (@"in the place of", "instead of"),
        (@"perhaps", "possibly"),
        (@"nobody", "no one"),
        (@"whoever", "the caller"),
        (@"patience", "timeout"),
        (@"lenien\w*", "fallback"),
        (@"strangers?", "unauthorized caller"),
        (@"mend(s|ed)?", "fix"),
        (@"unpack(s|ed)?", "decompress"),
        (@"hand(s|ed)? out", "return"),
    ];

    /// <summary>One pattern for all words: a pattern for each of them takes minutes.</summary>
    private static readonly Regex AnyRetired = new($@"\b(?:{string.Join('|', Words.Select((word, index) => $"(?<w{index}>{word.Retired})"))})\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.Compiled);

    public static TheoryData<string> Texts =>
    [
        .. Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Concat(Directory.GetFiles(Repository.Root, "*.md", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(folder => folder is "obj" or "bin" or "node_modules")),
    ];

    [Theory, MemberData(nameof(Texts))]
    public void Text_contains_no_retired_word(string file) => Assert.Empty(RetiredWords(file.EndsWith(".md", StringComparison.Ordinal), File.ReadAllText(Path.Combine(Repository.Root, file))));

    [Theory]
    [InlineData("/// <summary>Asks the service.</summary>", "asks")]
    [InlineData("throw new ArgumentException(\"The service refuses it.\");", "refuses")]
    [InlineData("var answer = \"The answer.\";", null)]
    [InlineData("/// <summary>The <c>answer</c> of <see cref=\"Answer\"/>.</summary>", null)]
    public void Scan_reads_documentation_and_messages_only(string line, string? found) =>
        Assert.Equal(found is null ? [] : [found], RetiredWords(isMarkdown: false, line).Select(hit => hit.Split(' ')[0].ToLowerInvariant()));

    private static IEnumerable<string> RetiredWords(bool isMarkdown, string text) =>
        from line in isMarkdown ? Fence.Replace(text, "").Split('\n') : text.Split('\n')
        let prose = isMarkdown ? MarkdownCode.Replace(line, "") : Prose(line)
        where prose.Length > 0
        from Match hit in AnyRetired.Matches(prose)
        select $"{hit.Value} -> {Words[Enumerable.Range(0, Words.Length).First(index => hit.Groups[$"w{index}"].Success)].Instead}: {line.Trim()}";

    private static string Prose(string line) => line.TrimStart().StartsWith("///", StringComparison.Ordinal)
        ? XmlCode.Replace(line, "")
        : Message.IsMatch(line) ? string.Join(' ', StringLiteral.Matches(line).Select(match => match.Value)) : "";

    [GeneratedRegex("^```.*?^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence { get; }

    [GeneratedRegex(@"`[^`]*`|\]\([^)]*\)")]
    private static partial Regex MarkdownCode { get; }

    [GeneratedRegex("<c>.*?</c>|(cref|href|name|path)=\"[^\"]*\"")]
    private static partial Regex XmlCode { get; }

    [GeneratedRegex(@"Exception\(|LoggerMessage\(|Error\(|Message = ")]
    private static partial Regex Message { get; }

    [GeneratedRegex("\"(?:[^\"\\\\]|\\\\.)*\"")]
    private static partial Regex StringLiteral { get; }
}
