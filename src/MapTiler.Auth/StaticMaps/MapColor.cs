using System.Globalization;

namespace MapTiler.StaticMaps;

/// <summary>
/// A colour: a CSS name, <c>#rgb</c>, <c>#rgba</c>, <c>#rrggbb</c>, <c>#rrggbbaa</c>, <c>rgb(r,g,b)</c> or <c>rgba(r,g,b,a)</c>.
/// A text converts by itself: <c>Stroke = "crimson"</c>.
/// </summary>
/// <remarks>Colours in numbers are equal if they look alike, however they are written; a name is equal to itself only.</remarks>
public readonly record struct MapColor
{
    private readonly string? _text;

    private MapColor(string text) => _text = text;

    /// <summary>A colour of its parts.</summary>
    /// <param name="red">Red, 0 to 255.</param>
    /// <param name="green">Green, 0 to 255.</param>
    /// <param name="blue">Blue, 0 to 255.</param>
    /// <param name="alpha">Opacity, 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The opacity is not between 0 and 1.</exception>
    public static MapColor FromRgb(byte red, byte green, byte blue, double alpha = 1)
    {
        if (!(alpha is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(alpha), "An opacity must be between 0 and 1.");

        var opacity = (byte)Math.Round(alpha * 255, MidpointRounding.AwayFromZero);
        var color = "#" + Hex(red) + Hex(green) + Hex(blue);
        return new MapColor(opacity == 255 ? color : color + Hex(opacity));
    }

    /// <summary>Reads a colour.</summary>
    /// <exception cref="FormatException">The text is not a colour.</exception>
    public static MapColor Parse(string text)
    {
        Guard.NotNull(text, nameof(text));
        return TryParse(text, out var color)
            ? color
            : throw new FormatException("Not a colour: expected a CSS name, #rgb, #rgba, #rrggbb, #rrggbbaa, rgb(r,g,b) or rgba(r,g,b,a).");
    }

    /// <summary>Reads a colour, or answers <see langword="false"/>.</summary>
    public static bool TryParse(string? text, out MapColor color)
    {
        var trimmed = text?.Trim().ToLowerInvariant() ?? "";
        color = default;
        if (trimmed.StartsWith("#", StringComparison.Ordinal))
            return TryParseHex(trimmed, out color);
        if (trimmed.StartsWith("rgb", StringComparison.Ordinal))
            return TryParseFunction(trimmed, out color);
        if (!CssColors.Names.Contains(trimmed))
            return false;

        color = trimmed == "transparent" ? default : new MapColor(trimmed);
        return true;
    }

    /// <summary>Reads a colour.</summary>
    /// <exception cref="FormatException">The text is not a colour.</exception>
    public static implicit operator MapColor(string text) => Parse(text);

    /// <summary>A CSS name, <c>#rrggbb</c> or <c>#rrggbbaa</c>.</summary>
    public override string ToString() => _text ?? "transparent";

    private static bool TryParseHex(string text, out MapColor color)
    {
        color = default;
        if (text.Length is not (4 or 5 or 7 or 9) || !text.Skip(1).All(c => c is >= '0' and <= '9' or >= 'a' and <= 'f'))
            return false;

        var full = text.Length > 5 ? text : "#" + string.Concat(text.Skip(1).Select(c => new string(c, 2)));
        color = new MapColor(full.Length == 9 && full.EndsWith("ff", StringComparison.Ordinal) ? full.Substring(0, 7) : full);
        return true;
    }

    private static bool TryParseFunction(string text, out MapColor color)
    {
        color = default;
        var open = text.IndexOf('(');
        if (open is not (3 or 4) || !text.EndsWith(")", StringComparison.Ordinal) || (open == 4 && text[3] != 'a'))
            return false;

        var parts = text.Substring(open + 1, text.Length - open - 2).Split(',');
        var alpha = 1d;
        if (parts.Length != open
            || !byte.TryParse(parts[0].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var red)
            || !byte.TryParse(parts[1].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var green)
            || !byte.TryParse(parts[2].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var blue)
            || (open == 4 && !double.TryParse(parts[3].Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out alpha))
            || !(alpha is >= 0 and <= 1))
        {
            return false;
        }

        color = FromRgb(red, green, blue, alpha);
        return true;
    }

    private static string Hex(byte value) => value.ToString("x2", CultureInfo.InvariantCulture);
}
