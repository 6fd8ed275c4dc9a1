using System.Drawing;
using System.Globalization;
using MapTiler.Emulator.World;
using SkiaSharp;

namespace MapTiler.Emulator.Drawing;

/// <summary>Colors as CSS writes them: a name, <c>#rgb[a]</c>, <c>#rrggbb[aa]</c>, <c>rgb()</c> and <c>rgba()</c>.</summary>
internal static class CssColor
{
    public static bool TryParse(string value, out SKColor color)
    {
        value = value.Trim().ToLowerInvariant();
        return value.StartsWith('#') ? TryParseHex(value[1..], out color)
            : value.StartsWith("rgb", StringComparison.Ordinal) ? TryParseFunction(value, out color)
            : TryParseName(value, out color);
    }

    private static bool TryParseHex(string digits, out SKColor color)
    {
        color = default;
        if (digits.Length is 3 or 4)
            digits = string.Concat(digits.Select(d => new string(d, 2)));
        if (digits.Length == 6)
            digits += "ff";
        if (digits.Length != 8 || !uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgba))
            return false;
        color = new((rgba >> 8) | (rgba << 24));
        return true;
    }

    private static bool TryParseFunction(string value, out SKColor color)
    {
        color = default;
        var open = value.IndexOf('(');
        if (open < 0 || !value.EndsWith(')') || value[..open] is not ("rgb" or "rgba"))
            return false;
        if (CoordinateParser.Parse(value[(open + 1)..^1]) is not { Length: 3 or 4 } parts || parts[..3].Any(p => p is < 0 or > 255))
            return false;
        var alpha = parts.Length == 4 ? Math.Clamp(parts[3], 0, 1) : 1;
        color = new((byte)parts[0], (byte)parts[1], (byte)parts[2], (byte)Math.Round(alpha * 255));
        return true;
    }

    private static bool TryParseName(string value, out SKColor color)
    {
        var known = Color.FromName(value.Replace("grey", "gray", StringComparison.Ordinal));
        color = new(known.R, known.G, known.B, known.A);
        return known is { IsKnownColor: true, IsSystemColor: false };
    }
}
