using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;

namespace MapTiler.Authentication;

/// <summary>Removes credentials from URLs, and masks them in strings from outside of the library, also where they are escaped.</summary>
internal static partial class Redaction
{
    private const string Hidden = "***";
    private const int MinTokenSecret = 16;

    // One or more consecutive credentials, with the separators before and after them.
    private const string InUrls =
        @"(?<before>\?|&amp;|&)" + Parameter + "(?:(?:&amp;|&)" + Parameter + ")*(?<after>&amp;|&)?" +
        "|(?<before>%3[Ff]|%26)" + Parameter + "(?:%26" + Parameter + ")*(?<after>%26)?"; // escaped within another URL

    private const string Parameter = @"(?:key|signature)(?:=|%3[Dd])(?:%(?!26|23)[0-9A-Fa-f]{2}|[^&""'<>#\s%\\)])*";

    // The value of a parameter up to the next one, also where its characters are escaped.
    private const string Value = @"\G(?:\\+[uU](?!0026)[0-9A-Fa-f]{4}|&#[xX]?[0-9A-Fa-f]+;|[^\s&""'<>#\\)])*";

    // A failed proxy is reported with its URL.
    private const string UserInfo = @"(?<=://)[^\s/?#""'<>@]+(?=@)";

    private const string TokenScheme = "Token ";

    // A provider can return another key for each request.
    private static readonly ConditionalWeakTable<string, SecretPattern> Secrets = new();

    /// <summary>Returns the URL without the query parameters <c>key</c> and <c>signature</c>; the same object if it has none.</summary>
    public static Uri RemoveFromUrl(Uri uri)
    {
        var text = uri.AbsoluteUri;
        if (!HasParameter(text))
            return uri;

        var fragment = text.IndexOf('#');
        var withoutKey = RemoveFromUrl(text) + (fragment < 0 ? "" : text.Substring(fragment));
        return withoutKey == text ? uri : new Uri(withoutKey, UriKind.Absolute);
    }

    /// <summary>Returns the URL without the query parameters <c>key</c> and <c>signature</c>, and without its fragment.</summary>
    public static string RemoveFromUrl(string absoluteUri)
    {
        var fragment = absoluteUri.IndexOf('#');
        var text = fragment < 0 ? absoluteUri : absoluteUri.Substring(0, fragment);
        var query = text.IndexOf('?');
        if (query < 0 || (query < text.Length - 1 && !HasParameter(text)))
            return text;

        var kept = string.Join("&", text.Substring(query + 1).Split('&').Where(item => item.Split('=')[0] is not ("key" or "signature")));
        return text.Substring(0, kept.Length == 0 ? query : query + 1) + kept;
    }

    /// <summary>Removes credentials from the URLs in any text: plain, HTML-encoded, and escaped within another URL. The rest is not changed.</summary>
    public static string RemoveFromText(string text) => HasName(text, 0) ? UrlExpression.Replace(text, Rest) : text;

    /// <summary>Masks the secret, and everything that looks like a credential in a URL, also the user and password of a proxy.</summary>
    public static string Mask(string text, string? secret)
    {
        text = MaskSecret(text, secret);
        if (text.IndexOf('@') >= 0)
            text = UserInfoExpression.Replace(text, Hidden);
        StringBuilder? masked = null;
        var end = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var name = EscapedText.Match(text, i, "key=") is > 0 and var key ? key : EscapedText.Match(text, i, "signature=");
            if (name == 0 && string.CompareOrdinal(text, i, TokenScheme, 0, TokenScheme.Length) == 0)
                name = TokenScheme.Length;
            if (name == 0)
                continue;

            (masked ??= new()).Append(text, end, i + name - end).Append(Hidden);
            end = i + name + ValueExpression.Match(text, i + name).Length;
            i = end - 1;
        }

        return masked is null ? text : masked.Append(text, end, text.Length - end).ToString();
    }

    /// <summary>Masks the secret in any case and however its characters are escaped: in a URL, JSON or HTML, also partly or repeatedly.</summary>
    public static string MaskSecret(string text, string? secret)
    {
        return PatternOf(secret) is { } pattern ? pattern.Mask(text) : text;
    }

    /// <summary>Masks the secret in the headers and the reason phrase of a response. A header whose name contains it is removed.</summary>
    public static void MaskHeaders(HttpResponseMessage response, string? secret)
    {
        if (response.ReasonPhrase is { } phrase && IsNeeded(phrase, PatternOf(secret)))
            response.ReasonPhrase = Mask(phrase, secret);
        MaskHeaders(response.Headers, secret);
        if (response.Content is { } content)
            MaskHeaders(content.Headers, secret);
    }

    /// <summary>Returns the inner exception of an error; <see langword="null"/> if its message, or that of an inner exception, contains a credential.</summary>
    public static Exception? Keep(Exception? cause, string? secret)
    {
        for (var e = cause; e is not null; e = e.InnerException)
        {
            if (Mask(e.Message, secret) != e.Message)
                return null;
        }

        return cause;
    }

    private static void MaskHeaders(HttpHeaders headers, string? secret)
    {
        var pattern = PatternOf(secret);
        List<string>? echoing = null;
#if NET
        foreach (var header in headers.NonValidated)
#else
        foreach (var header in headers)
#endif
        {
            var isNeeded = IsNeeded(header.Key, pattern);
            foreach (var value in header.Value)
                isNeeded = isNeeded || IsNeeded(value, pattern);
            if (isNeeded)
                (echoing ??= []).Add(header.Key);
        }

        foreach (var name in echoing ?? [])
        {
            if (!headers.TryGetValues(name, out var values))
                continue; // the name was in the list twice

            var masked = values.Select(value => Mask(value, secret)).ToList();
            headers.Remove(name);
            if (!IsNeeded(name, pattern))
                headers.TryAddWithoutValidation(name, masked);
        }
    }

    private static SecretPattern? PatternOf(string? secret) => string.IsNullOrEmpty(secret) ? null : Secrets.GetValue(secret!, static secret => new(secret));

    // Not for a parameter 'key' with another value, such as that of a cookie.
    private static bool IsNeeded(string text, SecretPattern? pattern) =>
        (pattern is not null && !ReferenceEquals(pattern.Mask(text), text)) || text.IndexOf("signature", StringComparison.OrdinalIgnoreCase) >= 0;

    private static bool HasParameter(string url) => url.IndexOf('?') is >= 0 and var query && HasName(url, query);

    private static bool HasName(string text, int start) => text.IndexOf("key", start, StringComparison.Ordinal) >= 0 || text.IndexOf("signature", start, StringComparison.Ordinal) >= 0;

    // If a parameter follows, the separator before is kept; otherwise it is removed too.
    private static string Rest(Match match) => match.Groups["after"].Success ? match.Groups["before"].Value : "";

#if NET
    [GeneratedRegex(InUrls, RegexOptions.CultureInvariant)]
    private static partial Regex UrlExpression { get; }

    [GeneratedRegex(Value, RegexOptions.CultureInvariant)]
    private static partial Regex ValueExpression { get; }

    [GeneratedRegex(UserInfo, RegexOptions.CultureInvariant)]
    private static partial Regex UserInfoExpression { get; }
#else
    private static readonly Regex UrlExpression = new(InUrls, RegexOptions.CultureInvariant);
    private static readonly Regex ValueExpression = new(Value, RegexOptions.CultureInvariant);
    private static readonly Regex UserInfoExpression = new(UserInfo, RegexOptions.CultureInvariant);
#endif

    /// <summary>Finds a secret. The part of a service token after the underscore is also secret without the key id.</summary>
    private sealed class SecretPattern
    {
        private readonly string _before;
        private readonly string _secret;

        public SecretPattern(string secret)
        {
            var start = secret.LastIndexOf('_') + 1;
            start = secret.Length - start >= MinTokenSecret ? start : 0;
            (_before, _secret) = (secret.Substring(0, start), secret.Substring(start));
        }

        public string Mask(string text)
        {
            if (text.IndexOf(_secret, StringComparison.OrdinalIgnoreCase) < 0 && text.AsSpan().IndexOfAny('%', '\\', '&') < 0)
                return text;

            StringBuilder? masked = null;
            var end = 0;
            for (var i = 0; i < text.Length; i++)
            {
                var before = EscapedText.Match(text, i, _before);
                var secret = EscapedText.Match(text, i + before, _secret);
                if (secret == 0)
                    continue;

                (masked ??= new()).Append(text, end, i - end).Append(Hidden);
                end = i + before + secret;
                i = end - 1;
            }

            return masked is null ? text : masked.Append(text, end, text.Length - end).ToString();
        }
    }
}
