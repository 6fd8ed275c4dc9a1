using System.Text.RegularExpressions;

namespace MapTiler.Authentication;

/// <summary>Removes credentials from the URLs in any text: plain, HTML-encoded, and escaped within another URL. The rest is not changed.</summary>
internal static partial class CredentialText
{
    // One or more consecutive credentials, with the separators before and after them.
    private const string Pattern =
        @"(?<before>\?|&amp;|&)" + Credential + "(?:(?:&amp;|&)" + Credential + ")*(?<after>&amp;|&)?" +
        "|(?<before>%3[Ff]|%26)" + Credential + "(?:%26" + Credential + ")*(?<after>%26)?"; // escaped within another URL

    private const string Credential = @"(?:key|signature)(?:=|%3[Dd])(?:%(?!26|23)[0-9A-Fa-f]{2}|[^&""'<>#\s%\\)])*";

    public static string Remove(string text) => MayContain(text) ? Expression.Replace(text, Rest) : text;

    public static bool MayContain(string text) =>
        text.IndexOf("key", StringComparison.Ordinal) >= 0 || text.IndexOf("signature", StringComparison.Ordinal) >= 0;

    // If a parameter follows, the separator before is kept; otherwise it is removed too.
    private static string Rest(Match match) => match.Groups["after"].Success ? match.Groups["before"].Value : "";

#if NET
    [GeneratedRegex(Pattern, RegexOptions.CultureInvariant)]
    private static partial Regex Expression { get; }
#else
    private static readonly Regex Expression = new(Pattern, RegexOptions.CultureInvariant);
#endif
}
