using System.Diagnostics.CodeAnalysis;

namespace MapTiler.Authentication;

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
