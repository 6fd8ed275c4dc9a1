using System.Text.RegularExpressions;

namespace MapTiler.ContractTests;

/// <summary>A text, with <c>*</c> for any characters, or a <c>/regular expression/</c>.</summary>
internal static class TextPattern
{
    public static bool Fits(string pattern, string text)
    {
        if (pattern.Length > 2 && pattern.StartsWith('/') && pattern.EndsWith('/'))
            return Regex.IsMatch(text, pattern[1..^1], RegexOptions.Singleline);
        return pattern.Contains('*', StringComparison.Ordinal)
            ? Regex.IsMatch(text, $"^{Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal)}$", RegexOptions.Singleline)
            : text == pattern;
    }
}
