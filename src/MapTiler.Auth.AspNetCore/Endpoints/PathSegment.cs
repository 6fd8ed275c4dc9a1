using System.Globalization;

namespace MapTiler.AspNetCore.Endpoints;

/// <summary>Parses segments of the path of a request. Accepts only the documented forms.</summary>
internal static class PathSegment
{
    private const int MaxIdLength = 128;
    private const int MaxDigits = 10;

    public static bool IsId(string value) =>
        value.Length is > 0 and <= MaxIdLength && value is not ("." or "..") && value.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    /// <summary>Parses a number that consists of digits only: without a sign, white space and leading zeros.</summary>
    public static bool TryReadNumber(ReadOnlySpan<char> value, out int number)
    {
        number = 0;
        return value.Length is > 0 and <= MaxDigits && (value[0] != '0' || value.Length == 1) && !value.ContainsAnyExceptInRange('0', '9')
            && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
