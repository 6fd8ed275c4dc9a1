using System.Globalization;

namespace MapTiler.Emulator;

/// <summary>Numbers between commas.</summary>
internal static class CoordinateParser
{
    private const NumberStyles Style =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    /// <summary>The numbers, also with an exponent as JSON has them, or null if one of the items is none or too large.</summary>
    public static double[]? Parse(string text)
    {
        var items = text.Split(',');
        var numbers = new double[items.Length];
        for (var i = 0; i < items.Length; i++)
        {
            if (!items[i].Any(char.IsAsciiDigit) || !double.TryParse(items[i], Style, CultureInfo.InvariantCulture, out numbers[i]) || !double.IsFinite(numbers[i]))
                return null;
        }

        return numbers;
    }

    public static bool AreValid(double longitude, double latitude) => Math.Abs(longitude) <= 180 && Math.Abs(latitude) <= 90;
}
