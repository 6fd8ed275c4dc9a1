using System.Globalization;

namespace MapTiler.AspNetCore;

/// <summary>Reads what a caller wrote into an address, and nothing beyond the documented forms.</summary>
internal static class RouteText
{
    private const int MaxIdLength = 128;
    private const int MaxDigits = 10;

    public static bool IsId(string text) =>
        text.Length is > 0 and <= MaxIdLength && text is not ("." or "..") && text.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    /// <summary>Digits alone: no sign, no white space, no leading zero.</summary>
    public static bool TryReadNumber(ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        return text.Length is > 0 and <= MaxDigits && (text[0] != '0' || text.Length == 1) && !text.ContainsAnyExceptInRange('0', '9')
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
