using System.Text.RegularExpressions;

namespace MapTiler.Tool;

/// <summary>Masks the secrets in URLs: credentials, signatures of upload URLs, and the passwords of proxies, which are part of the messages of .NET.</summary>
internal static partial class Secrets
{
    public static string Mask(string text) => Pattern.Replace(text, "$1$2***");

    [GeneratedRegex(@"([?&](?:key|signature|token|X-Amz-[A-Za-z-]+|AWSAccessKeyId)=)[^&#\s'""]*|(://)[^/\s@]+(?=@)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern { get; }
}
