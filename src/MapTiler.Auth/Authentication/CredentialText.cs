using System.Text.RegularExpressions;

namespace MapTiler.Authentication;

/// <summary>Takes credentials out of the addresses in any text: bare ones, in HTML, and within another address. Leaves all else as it is.</summary>
internal static partial class CredentialText
{
    // One or more credentials beside each other, with what stands before and after them.
    private const string Pattern =
        @"(?<before>\?|&amp;|&)" + Credential + "(?:(?:&amp;|&)" + Credential + ")*(?<after>&amp;|&)?" +
        "|(?<before>%3[Ff]|%26)" + Credential + "(?:%26" + Credential + ")*(?<after>%26)?"; // within another address

    private const string Credential = @"(?:key|signature)(?:=|%3[Dd])(?:%(?!26|23)[0-9A-Fa-f]{2}|[^&""'<>#\s%\\)])*";

    public static string Remove(string text) => MayHold(text) ? Expression.Replace(text, Rest) : text;

    public static bool MayHold(string text) =>
        text.IndexOf("key", StringComparison.Ordinal) >= 0 || text.IndexOf("signature", StringComparison.Ordinal) >= 0;

    // Where something follows, the separator that begins a query stays; else the one before goes too.
    private static string Rest(Match match) => match.Groups["after"].Success ? match.Groups["before"].Value : "";

#if NET
    [GeneratedRegex(Pattern, RegexOptions.CultureInvariant)]
    private static partial Regex Expression { get; }
#else
    private static readonly Regex Expression = new(Pattern, RegexOptions.CultureInvariant);
#endif
}
