using System.Text.RegularExpressions;

namespace MapTiler.Tests.Readme;

public sealed partial class ReadmeTests
{
    private static readonly Lazy<string> Compiled = new(ReadCompiledCode);

    public static TheoryData<string> Documents => [.. Repository.Documents];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Snippet_of_a_document_is_compiled(string document)
    {
        foreach (Match snippet in Snippet.Matches(File.ReadAllText(Path.Combine(Repository.Root, document))))
            Assert.True(Compiled.Value.Contains(WithoutSpace(snippet.Groups[1].Value), StringComparison.Ordinal), $"Not compiled: {snippet.Value}");
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Link_of_a_document_has_a_target(string document)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, document))!;
        foreach (var link in Link.Matches(File.ReadAllText(Path.Combine(Repository.Root, document))).Select(match => match.Groups[1].Value).Where(link => !link.Contains("://", StringComparison.Ordinal)))
        {
            var (path, heading) = link.Split('#') is [var file, var anchor] ? (file, anchor) : (link, null);
            var target = path.Length == 0 ? Path.Combine(Repository.Root, document) : Path.Combine(folder, path);
            Assert.True(File.Exists(target), $"{document} links to {link}, which does not exist");
            if (heading is not null)
                Assert.Contains(heading, File.ReadLines(target).Where(line => line.StartsWith('#')).Select(line => NotInAnchor.Replace(line.TrimStart('#', ' '), "").Replace(' ', '-')), StringComparer.OrdinalIgnoreCase);
        }
    }

    /// <summary>A reader of a document that promises a secret that is not sent must not believe it of the Service API.</summary>
    [Theory, MemberData(nameof(Documents))]
    public void Document_that_says_that_the_secret_is_not_sent_names_the_Service_API_as_the_exception(string document)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, document));

        if (UnsentSecret.IsMatch(text))
            Assert.Matches(SentToken, text);
    }

    [Fact]
    public void Documents_about_signatures_say_that_the_secret_is_not_sent() =>
        Assert.All(["README.md", "SECURITY.md", "docs/guides/authentication.md", "src/MapTiler.Auth/README.md"], document => Assert.Matches(UnsentSecret, File.ReadAllText(Path.Combine(Repository.Root, document))));

    /// <summary>NuGet shows the README of a package without the files beside it.</summary>
    [Theory]
    [MemberData(nameof(ReadmesOfPackages))]
    public void README_of_a_package_links_to_absolute_URLs_only(string readme) =>
        Assert.All(Link.Matches(File.ReadAllText(Path.Combine(Repository.Root, readme))).Select(link => link.Groups[1].Value), target => Assert.StartsWith("https://", target, StringComparison.Ordinal));

    public static TheoryData<string> ReadmesOfPackages =>
        [.. Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Where(folder => Directory.GetFiles(folder, "*.csproj").Length > 0).Select(folder => Path.GetRelativePath(Repository.Root, Path.Combine(folder, "README.md")))];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Folder_or_file_in_a_document_exists(string document)
    {
        var path = Path.Combine(Repository.Root, document);

        Assert.All(ProjectPath.Matches(File.ReadAllText(path)).Select(match => match.Groups[1].Value), name => Assert.True(Path.Exists(Path.Combine(Path.GetDirectoryName(path)!, name)), name));
    }

    /// <summary>The packages whose structure CONTRIBUTING describes, with the paths in that section.</summary>
    public static TheoryData<string, string[]> Structures =>
        [.. Structure.Matches(File.ReadAllText(Path.Combine(Repository.Root, "CONTRIBUTING.md"))).Select(section => new TheoryDataRow<string, string[]>(
            section.Groups[1].Value, [.. ProjectPath.Matches(section.Groups[2].Value).Select(match => match.Groups[1].Value)]))];

    [Theory, MemberData(nameof(Structures))]
    public void Folder_or_file_in_the_structure_of_a_package_exists(string package, string[] paths) =>
        Assert.All(paths, path => Assert.True(Path.Exists(Path.Combine(Repository.Root, "src", package, path)), path));

    [Fact]
    public void Structure_of_AspNetCore_contains_every_folder() =>
        Assert.Equal(
            Directory.GetDirectories(Path.Combine(Repository.Root, "src", "MapTiler.Auth.AspNetCore")).Select(folder => Path.GetFileName(folder)).Except(["bin", "obj"]).Order(),
            Structures.Single(section => section.Data.Item1 == "MapTiler.Auth.AspNetCore").Data.Item2.Select(path => path.TrimEnd('/')).Order());

    /// <summary>NuGet shows the README of a package to readers who do not have the repository.</summary>
    [Theory, MemberData(nameof(ReadmesOfPackages))]
    public void README_of_a_package_has_no_section_for_contributors(string readme) =>
        Assert.DoesNotContain(File.ReadLines(Path.Combine(Repository.Root, readme)), line => line == "## Contributing" || line.Contains("dotnet run --project", StringComparison.Ordinal));

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

    [GeneratedRegex("not the secret|secret is not sent")]
    private static partial Regex UnsentSecret { get; }

    [GeneratedRegex(@"whole\s+(service\s+)?token\s+in\s+a\s+header")]
    private static partial Regex SentToken { get; }

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

    [GeneratedRegex(@"^### (MapTiler\.Auth\.\w+)\n(.*?)(?=^##|\z)", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Structure { get; }

    [GeneratedRegex(@"[^\w -]")]
    private static partial Regex NotInAnchor { get; }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link { get; }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space { get; }
}
