using System.Text.RegularExpressions;

namespace MapTiler.Tests.Readme;

public sealed partial class ReadmeTests
{
    private static readonly Lazy<string> Compiled = new(ReadCompiledCode);

    public static TheoryData<string> Readmes =>
        [.. Directory.GetFiles(Repository.Root, "README.md", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Repository.Root, path)).Where(path => !path.Contains("node_modules", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Readmes))]
    public void Snippet_of_a_README_is_compiled(string readme)
    {
        foreach (Match snippet in Snippet.Matches(File.ReadAllText(Path.Combine(Repository.Root, readme))))
            Assert.True(Compiled.Value.Contains(WithoutSpace(snippet.Groups[1].Value), StringComparison.Ordinal), $"Not compiled: {snippet.Value}");
    }

    [Theory]
    [MemberData(nameof(Readmes))]
    public void Link_of_a_README_has_a_target(string readme)
    {
        var path = Path.Combine(Repository.Root, readme);
        var text = File.ReadAllText(path);
        foreach (Match link in Link.Matches(text))
        {
            var target = link.Groups[1].Value;
            if (target.StartsWith('#'))
                Assert.Contains(target[1..], text.Split('\n').Where(line => line.StartsWith('#')).Select(line => line.TrimStart('#', ' ').Replace(",", "", StringComparison.Ordinal).Replace(' ', '-')), StringComparer.OrdinalIgnoreCase);
            else if (!target.Contains("://", StringComparison.Ordinal))
                Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(path)!, target)), $"{readme} links to {target}, which does not exist");
        }
    }

    [Theory]
    [MemberData(nameof(Readmes))]
    public void Folder_or_file_in_a_README_of_its_project_exists(string readme)
    {
        var path = Path.Combine(Repository.Root, readme);

        Assert.All(ProjectPath.Matches(File.ReadAllText(path)).Select(match => match.Groups[1].Value), name => Assert.True(Path.Exists(Path.Combine(Path.GetDirectoryName(path)!, name)), name));
    }

    [Fact]
    public void README_of_AspNetCore_lists_every_folder()
    {
        var project = Path.Combine(Repository.Root, "src", "MapTiler.Auth.AspNetCore");

        Assert.Equal(
            Directory.GetDirectories(project).Select(folder => Path.GetFileName(folder)).Except(["bin", "obj"]).Order(),
            ProjectPath.Matches(File.ReadAllText(Path.Combine(project, "README.md"))).Select(match => match.Groups[1].Value.TrimEnd('/')).Order());
    }

    /// <summary>Every example of code in the documentation comments, except where its <c>code</c> element has another language than C#.</summary>
    public static TheoryData<string> TestsOfSecurity => [.. Regex.Matches(File.ReadAllText(Path.Combine(Repository.Root, "SECURITY.md")), "`([A-Za-z]+Tests)`").Select(match => match.Groups[1].Value).Distinct()];

    [Theory]
    [MemberData(nameof(TestsOfSecurity))]
    public void Test_in_the_threat_model_exists(string name) =>
        Assert.NotEmpty(Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), name + "*.cs", SearchOption.AllDirectories));

    public static TheoryData<string, string> Examples
    {
        get
        {
            var examples = new TheoryData<string, string>();
            foreach (var path in Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories).Where(IsSource))
            {
                var documentation = CommentMargin.Replace(File.ReadAllText(path), "");
                foreach (Match code in Example.Matches(documentation).SelectMany(example => Code.Matches(example.Value)))
                    examples.Add(Path.GetFileName(path), System.Net.WebUtility.HtmlDecode(code.Groups[1].Value));
            }

            return examples;
        }
    }

    [Theory, MemberData(nameof(Examples))]
    public void Example_in_a_documentation_comment_is_compiled(string file, string example) =>
        Assert.True(Compiled.Value.Contains(WithoutSpace(example), StringComparison.Ordinal), $"The example in {file} is not in the tests or samples: {example}");

    [Theory]
    [InlineData("GeocodingClient.cs", "client.Geocoding.SearchAsync(")]
    [InlineData("GeocodingClient.cs", "client.Geocoding.BatchAsync(")]
    [InlineData("MapTilerServiceCollectionExtensions.cs", "AddMapTiler(")]
    [InlineData("ApiKeysClient.cs", "RotateAsync(")]
    [InlineData("DatasetsClient.cs", "UploadAsync(")]
    [InlineData("MapTilerEndpointRouteBuilderExtensions.cs", "MapMapTiler(")]
    [InlineData("MapTilerUrlBuilder.cs", "new MapTilerUrlBuilder(")]
    public void Documentation_comment_has_an_example_of_the_call(string file, string call) =>
        Assert.Contains(Examples, example => example.Data.Item1 == file && example.Data.Item2.Contains(call, StringComparison.Ordinal));

    private static string ReadCompiledCode() => string.Concat(new[] { "tests", "samples" }
        .SelectMany(folder => new[] { "*.cs", "*.cshtml" }.SelectMany(pattern => Directory.GetFiles(Path.Combine(Repository.Root, folder), pattern, SearchOption.AllDirectories)))
        .Where(IsSource)
        .Select(path => WithoutSpace(File.ReadAllText(path))));

    private static bool IsSource(string path) => !path.Split(Path.DirectorySeparatorChar).Any(folder => folder is "obj" or "bin" or "node_modules");

    private static string WithoutSpace(string text) => Space.Replace(text, "");

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Snippet { get; }

    [GeneratedRegex("<example>.*?</example>", RegexOptions.Singleline)]
    private static partial Regex Example { get; }

    [GeneratedRegex("<code>(.*?)</code>", RegexOptions.Singleline)]
    private static partial Regex Code { get; }

    [GeneratedRegex("^ */// ?", RegexOptions.Multiline)]
    private static partial Regex CommentMargin { get; }

    [GeneratedRegex(@"`([A-Z]\w*/[\w./-]*)`")]
    private static partial Regex ProjectPath { get; }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link { get; }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space { get; }
}
