using System.Text.RegularExpressions;

namespace MapTiler.Emulator.Endpoints;

/// <summary>
/// A path such as <c>/geocoding/{query}.json</c>. A placeholder is a part of a segment, which can be empty with <c>?</c> at its end, or the
/// rest of the path with <c>*</c> at its start. Paths are matched before they are decoded, and their case counts.
/// </summary>
internal sealed partial class PathTemplate(string template)
{
    private readonly Regex _regex = new(
        $@"\A{Placeholder.Replace(Regex.Escape(template), part => $"(?<{part.Groups["name"]}>{Content(part)})")}\z", RegexOptions.CultureInvariant | RegexOptions.Singleline);

    public bool IsMatch(string rawPath) => _regex.IsMatch(rawPath);

    /// <summary>The values of the placeholders, still percent-encoded; null if the path does not match.</summary>
    public GroupCollection? Match(string rawPath) => _regex.Match(rawPath) is { Success: true } match ? match.Groups : null;

    private static string Content(Match placeholder) =>
        placeholder.Groups["rest"].Success ? ".*" : placeholder.Groups["optional"].Success ? "[^/]*" : "[^/]+";

    [GeneratedRegex(@"\\\{(?<rest>\\\*)?(?<name>\w+)(?<optional>\\\?)?}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder { get; }
}
