using System.Diagnostics.CodeAnalysis;

namespace MapTiler.Authentication;

/// <summary>
/// Checks the format of an API key, as far as that is possible without a request. Every way in which a key enters the library uses it: options, URL builder, handlers,
/// providers, and the key of a single request.
/// </summary>
internal static class ApiKeyText
{
    private const int MinTokenSecretLength = 32;

    private static readonly string[] PlaceholderStarts = ["YOUR_", "YOUR-", "REPLACE", "INSERT_", "INSERT-", "ENTER_", "ENTER-", "<", "{", "["];
    private static readonly string[] Placeholders = ["API_KEY", "APIKEY", "MAPTILER_API_KEY", "CHANGEME", "CHANGE_ME", "TODO", "NULL", "UNDEFINED"];
    private static readonly string[] ReferenceStarts = ["${", "$(", "#{", "@MICROSOFT.", "%"];
    private static readonly string[] AssignmentStarts = ["KEY=", "APIKEY=", "API_KEY=", "MAPTILER_API_KEY="];

    /// <summary>Returns the key of an argument without leading and trailing white space.</summary>
    /// <exception cref="ArgumentException">The argument is not a key. The message does not contain it.</exception>
    public static string Require(string apiKey, string parameter)
    {
        Guard.NotNull(apiKey, parameter);
        var key = apiKey.Trim();
        return Check(key) is { } error ? throw new ArgumentException($"The API key {error}.", parameter) : key;
    }

    /// <summary>Returns the error of a trimmed key, which does not contain the key; <see langword="null"/> if it is valid.</summary>
    public static string? Check(string key)
    {
        if (key.Length == 0)
            return "is blank";
        if (key.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
            return "contains white space or control characters; copy only the key";
        if (key.Any(c => c is '"' or '\'' or '`' or '\u201c' or '\u201d' or '\u2018' or '\u2019'))
            return "contains quotation marks; copy only the key";
        if (StartsWithAny(key, ReferenceStarts))
            return "is a reference to a variable or a secret that was not resolved; check where the configuration is deployed";
        if (key.Contains("://"))
            return "is a URL; copy only the key, not the URL that contains it";
        if (key.Contains('&'))
            return "contains an '&'; copy only the key, not the URL that contains it";
        if (StartsWithAny(key, AssignmentStarts))
            return "contains the name of a parameter or variable; copy only what follows the '='";
        if (StartsWithAny(key, PlaceholderStarts) || Placeholders.Contains(key, StringComparer.OrdinalIgnoreCase) || (key.Length > 2 && key.All(c => c == key[0])))
            return "is still a placeholder; replace it with a key from https://cloud.maptiler.com/account/keys/";
        return IsServiceToken(key)
            ? "is a service token, which would be sent as it is; set it as MapTiler:ServiceToken to sign requests, or use ServiceToken.Parse"
            : null;
    }

    /// <summary>Indicates whether the string is a service token. The secret of a real token is longer than what a key can end with by chance.</summary>
    public static bool IsServiceToken(string text) =>
        text.Length - text.IndexOf('_') > MinTokenSecretLength && ServiceToken.TryParse(text, out _);

    private static bool StartsWithAny(string key, string[] starts) => starts.Any(start => key.StartsWith(start, StringComparison.OrdinalIgnoreCase));
}

/// <summary>Checks Origin values: a scheme, a host, and optionally a port.</summary>
internal static class OriginText
{
    /// <summary>Returns the error of an origin; <see langword="null"/> if it is valid.</summary>
    public static string? Check(string text) =>
        text.All(c => c is > ' ' and <= '~') // as in a header; an international host has an ASCII form
        && Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == "https" || uri.Scheme == "http")
        && !text.EndsWith("/", StringComparison.Ordinal)
        && string.Equals(uri.GetLeftPart(UriPartial.Authority), text, StringComparison.OrdinalIgnoreCase)
        && uri.UserInfo.Length == 0
            ? null
            : "is not an origin: a scheme and a host without a path, such as 'https://example.com'";
}

/// <summary>Decodes hexadecimal digits of either case.</summary>
internal static class HexText
{
    public static bool TryDecode(ReadOnlySpan<char> digits, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = null;
        if (digits.Length == 0 || digits.Length % 2 != 0)
            return false;

        var decoded = new byte[digits.Length / 2];
        for (var i = 0; i < decoded.Length; i++)
        {
            var high = Digit(digits[2 * i]);
            var low = Digit(digits[2 * i + 1]);
            if (high < 0 || low < 0)
                return false;
            decoded[i] = (byte)(high << 4 | low);
        }

        bytes = decoded;
        return true;
    }

    private static int Digit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => -1,
    };
}
