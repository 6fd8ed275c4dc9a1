using System.Text.RegularExpressions;

namespace MapTiler.Tests.Conventions;

/// <summary>The source files of the library, found upwards from where the tests run.</summary>
internal static partial class SourceTree
{
    public static readonly string Root = FindRoot();

    /// <summary>Paths relative to the project, with forward slashes.</summary>
    public static readonly IReadOnlyList<string> Files = [.. Directory
        .EnumerateFiles(Root, "*.cs", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
        .Where(file => !file.StartsWith("obj/", StringComparison.Ordinal) && !file.StartsWith("bin/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)];

    /// <summary>The code of a file without comments and strings; expressions in interpolated strings are code.</summary>
    public static string CodeOf(string file) =>
        Noise.Replace(File.ReadAllText(Path.Combine(Root, file)), match => match.Value[0] switch
        {
            '/' => " ",
            '$' => " " + string.Join(' ', Hole.Matches(match.Value.Replace("{{", "", StringComparison.Ordinal)).Select(hole => hole.Groups[1].Value)) + " ",
            _ => " \"\" ",
        });

    public static IEnumerable<string> IdentifiersOf(string file) => Identifier.Matches(CodeOf(file)).Select(match => match.Value).Distinct();

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "src", "MapTiler.Auth");
            if (File.Exists(Path.Combine(candidate, "MapTiler.Auth.csproj")))
                return candidate;
        }

        throw new DirectoryNotFoundException("The tests run outside of the repository.");
    }

    [GeneratedRegex("""//[^\n]*|/\*.*?\*/|\$"(?:\\.|[^"\\])*"|@"(?:""|[^"])*"|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])+'""", RegexOptions.Singleline)]
    private static partial Regex Noise { get; }

    [GeneratedRegex(@"\{([^}]*)\}")]
    private static partial Regex Hole { get; }

    [GeneratedRegex(@"\b[A-Za-z_]\w*\b")]
    private static partial Regex Identifier { get; }
}
