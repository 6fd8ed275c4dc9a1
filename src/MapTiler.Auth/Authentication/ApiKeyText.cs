using System.Diagnostics.CodeAnalysis;

namespace MapTiler.Authentication;

/// <summary>Checks the format of an API key, as far as that is possible without a request.</summary>
internal static class ApiKeyText
{
    private static readonly string[] PlaceholderStarts = ["YOUR_", "YOUR-", "<", "{", "["];
    private static readonly string[] Placeholders = ["API_KEY", "APIKEY", "MAPTILER_API_KEY", "CHANGEME", "CHANGE_ME", "TODO"];

    /// <summary>Returns the error of a trimmed key, which does not contain the key; <see langword="null"/> if it is valid.</summary>
    public static string? Check(string key)
    {
        if (key.Length == 0)
            return "is blank";
        if (key.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
            return "contains white space or control characters; copy only the key";
        if (key.Contains('&'))
            return "contains an '&'; copy only the key, not the URL that contains it";
        return PlaceholderStarts.Any(start => key.StartsWith(start, StringComparison.OrdinalIgnoreCase)) || Placeholders.Contains(key, StringComparer.OrdinalIgnoreCase)
            ? "is still a placeholder; replace it with a key from https://cloud.maptiler.com/account/keys/"
            : null;
    }
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
