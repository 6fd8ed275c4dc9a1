using System.Text.RegularExpressions;

namespace MapTiler.Tests.Readme;

public sealed partial class ReadmeTests
{
    public static TheoryData<string> Readmes =>
        [.. Directory.GetFiles(Repository.Root, "README.md", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Repository.Root, path)).Where(path => !path.Contains("node_modules", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Readmes))]
    public void Every_snippet_is_compiled_somewhere(string readme)
    {
        var code = CompiledCode();

        foreach (Match snippet in Snippet.Matches(File.ReadAllText(Path.Combine(Repository.Root, readme))))
            Assert.True(code.Contains(WithoutSpace(snippet.Groups[1].Value), StringComparison.Ordinal), $"Not compiled: {snippet.Value}");
    }

    [Theory]
    [MemberData(nameof(Readmes))]
    public void Every_link_leads_somewhere(string readme)
    {
        var path = Path.Combine(Repository.Root, readme);
        var text = File.ReadAllText(path);
        foreach (Match link in Link.Matches(text))
        {
            var target = link.Groups[1].Value;
            if (target.StartsWith('#'))
                Assert.Contains(target[1..], text.Split('\n').Where(line => line.StartsWith('#')).Select(line => line.TrimStart('#', ' ').Replace(",", "", StringComparison.Ordinal).Replace(' ', '-')), StringComparer.OrdinalIgnoreCase);
            else if (!target.Contains("://", StringComparison.Ordinal))
                Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(path)!, target)), $"{readme} links to {target}, which is not there");
        }
    }

    [Theory]
    [InlineData("Service/ApiKeysClient.cs")]
    [InlineData("Service/DatasetsClient.cs")]
    public void Documentation_comment_example_is_compiled_in_tests(string file)
    {
        var source = File.ReadAllText(Path.Combine(Repository.Root, "src", "MapTiler.Auth", file)).Replace("    /// ", "", StringComparison.Ordinal);

        var example = Assert.Single(Example.Matches(source)).Groups[1].Value;

        Assert.Contains(WithoutSpace(System.Net.WebUtility.HtmlDecode(example)), CompiledCode(), StringComparison.Ordinal);
    }

    private static string CompiledCode() => string.Concat(new[] { "tests", "samples" }
        .SelectMany(folder => Directory.GetFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
        .Where(path => !path.Contains("obj" + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        .Select(path => WithoutSpace(File.ReadAllText(path))));

    private static string WithoutSpace(string text) => Space.Replace(text, "");

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Snippet { get; }

    [GeneratedRegex("<example>\\s*<code>(.*?)</code>", RegexOptions.Singleline)]
    private static partial Regex Example { get; }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link { get; }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space { get; }
}
