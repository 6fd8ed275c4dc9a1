namespace MapTiler.Authentication;

/// <summary>
/// Compares a text in which each character may be escaped, also repeatedly, with a string: as <c>%41</c>, <c>%2541</c>, <c>\u0041</c>, <c>&amp;#65;</c> or
/// <c>&amp;#x41;</c>. A regular expression would have to be created for each credential, which an application that is compiled ahead of time cannot do without
/// the whole engine.
/// </summary>
internal static class EscapedText
{
    /// <summary>Returns the length of the text that equals the value without regard to case; 0 if it differs.</summary>
    public static int Match(string text, int start, string value)
    {
        var position = start;
        foreach (var c in value)
        {
            var length = Match(text, position, c);
            if (length == 0)
                return 0;
            position += length;
        }

        return position - start;
    }

    private static int Match(string text, int start, char c)
    {
        if (start >= text.Length)
            return 0;
        var position = start + 1;
        switch (text[start])
        {
            case '%':
                while (IsNext(text, position, "25") && (c != '%' || IsNext(text, position + 2, "25")))
                    position += 2;
                if (IsNumber(text, position, 2, c))
                    return position + 2 - start;
                break;
            case '\\':
                while (position < text.Length && text[position] == '\\')
                    position++;
                if (IsNext(text, position, "u") && IsNumber(text, position + 1, 4, c))
                    return position + 5 - start;
                if (c == '/' && IsNext(text, position, "/"))
                    return position + 1 - start;
                break;
            case '&' when IsNext(text, position, "#"):
                var isHex = IsNext(text, position + 1, "x");
                position += isHex ? 2 : 1;
                var end = text.IndexOf(';', position);
                if (end > position && TryParse(text.AsSpan(position, end - position), isHex ? 16 : 10, out var code) && AreEqual((char)code, c))
                    return end + 1 - start;
                break;
        }

        return AreEqual(text[start], c) ? 1 : 0;
    }

    private static bool IsNext(string text, int start, string value) => string.Compare(text, start, value, 0, value.Length, StringComparison.OrdinalIgnoreCase) == 0;

    private static bool IsNumber(string text, int start, int length, char c) =>
        start + length <= text.Length && TryParse(text.AsSpan(start, length), 16, out var code) && AreEqual((char)code, c);

    private static bool TryParse(ReadOnlySpan<char> digits, int radix, out int value)
    {
        value = 0;
        foreach (var digit in digits)
        {
            var number = digit is >= '0' and <= '9' ? digit - '0' : (char)(digit | 0x20) is >= 'a' and <= 'f' and var letter ? letter - 'a' + 10 : radix;
            value = (value * radix) + number;
            if (number >= radix || value > char.MaxValue)
                return false;
        }

        return true;
    }

    private static bool AreEqual(char one, char another) => char.ToUpperInvariant(one) == char.ToUpperInvariant(another);
}
