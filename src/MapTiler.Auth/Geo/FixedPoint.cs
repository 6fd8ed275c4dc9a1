using System.Globalization;

namespace MapTiler.Geo;

/// <summary>Formats numbers for URLs: culture-invariant, fixed-point, without exponent and negative zero.</summary>
internal static class FixedPoint
{
    /// <summary>The decimals of a coordinate; 8 decimals of a degree are about a millimeter.</summary>
    public const int CoordinateDecimals = 8;

    /// <summary>The maximum number of characters of a formatted number.</summary>
    public const int MaxLength = 32;

    private const double MaxScaled = 9_007_199_254_740_992; // 2^53: integers are exact up to this value

    /// <summary>Writes <paramref name="value"/> rounded to <paramref name="maxDecimals"/>, without trailing zeros beyond <paramref name="minDecimals"/>.</summary>
    /// <returns>The number of characters written.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is not finite, or too large to be exact.</exception>
    public static int Write(double value, Span<char> destination, int maxDecimals = CoordinateDecimals, int minDecimals = 0)
    {
        var magnitude = Math.Abs(value);
        if (!CanWrite(value))
            throw new ArgumentOutOfRangeException(nameof(value), "The number is not finite or is too large for a URL.");

        var decimals = maxDecimals;
        var scale = PowerOfTen(decimals);
        while (magnitude * scale >= MaxScaled)
            scale = PowerOfTen(--decimals);

        var whole = Math.Floor(magnitude); // separate from the fraction, which is rounded only once
        var scaled = (long)whole * (long)scale + (long)Math.Round((magnitude - whole) * scale, MidpointRounding.AwayFromZero);
        for (; decimals > minDecimals && scaled % 10 == 0; decimals--)
            scaled /= 10;

        return Write(scaled, decimals, value < 0 && scaled != 0, destination);
    }

    /// <summary>Indicates whether the number is finite and not too large to be exact.</summary>
    public static bool CanWrite(double value) => Math.Abs(value) < MaxScaled;

    /// <summary>Formats a number as a string and never throws: a number that is too large for a URL has no decimals, and a number that is not finite its invariant name.</summary>
    public static string ToText(double value, int maxDecimals = CoordinateDecimals, int minDecimals = 0)
    {
        if (!(Math.Abs(value) < MaxScaled))
            return value.ToString("F0", CultureInfo.InvariantCulture);

        Span<char> buffer = stackalloc char[MaxLength];
        var length = Write(value, buffer, maxDecimals, minDecimals);
        return buffer.Slice(0, length).ToString();
    }

    private static int Write(long scaled, int decimals, bool negative, Span<char> destination)
    {
        Span<char> reversed = stackalloc char[MaxLength];
        var length = 0;
        for (var digit = 0; scaled != 0 || digit <= decimals; digit++, scaled /= 10)
        {
            if (digit == decimals && decimals > 0)
                reversed[length++] = '.';
            reversed[length++] = (char)('0' + scaled % 10);
        }

        if (negative)
            reversed[length++] = '-';

        for (var i = 0; i < length; i++)
            destination[i] = reversed[length - 1 - i];
        return length;
    }

    private static double PowerOfTen(int exponent) => exponent switch
    {
        8 => 1e8,
        5 => 1e5,
        2 => 1e2,
        0 => 1,
        _ => Math.Pow(10, exponent),
    };
}
