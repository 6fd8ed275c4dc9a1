using System.Globalization;
using System.Text.Json.Serialization;

namespace MapTiler.StaticMaps;

/// <summary>
/// A color: a CSS name, <c>#rgb</c>, <c>#rgba</c>, <c>#rrggbb</c>, <c>#rrggbbaa</c>, <c>rgb(r,g,b)</c> or <c>rgba(r,g,b,a)</c>.
/// A string converts implicitly: <c>Stroke = "crimson"</c>.
/// </summary>
/// <remarks>
/// Colors with the same red, green, blue and alpha are equal, whatever their notation. A CSS name is equal to itself only. The default value is transparent.
/// </remarks>
[JsonConverter(typeof(MapTilerJsonConverter))]
public readonly record struct MapColor
{
    private readonly string? _value;

    private MapColor(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Creates a color from its components.</summary>
    /// <param name="red">The red component, 0 to 255.</param>
    /// <param name="green">The green component, 0 to 255.</param>
    /// <param name="blue">The blue component, 0 to 255.</param>
    /// <param name="alpha">The opacity, from 0 (transparent) to 1 (opaque).</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="alpha"/> is not between 0 and 1.</exception>
    public static MapColor FromRgb(byte red, byte green, byte blue, double alpha = 1)
    {
        if (!(alpha is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(alpha), FormattableString.Invariant($"The opacity {alpha} is not valid. It may be a value from 0 to 255. Pass a value from 0 (transparent) to 1 (opaque)."));
        }

        var opacity = (byte)Math.Round(alpha * 255, MidpointRounding.AwayFromZero);
        var color = "#" + Hex(red) + Hex(green) + Hex(blue);
        return new MapColor(opacity == 255 ? color : color + Hex(opacity));
    }

    /// <summary>Parses a color in one of the notations of <see cref="MapColor"/>.</summary>
    /// <param name="value">The color, such as <c>crimson</c> or <c>#dc143c</c>. Case and surrounding spaces are ignored.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="FormatException"><paramref name="value"/> is not a color.</exception>
    public static MapColor Parse(string value)
    {
        Guard.NotNull(value, nameof(value));
        return TryParse(value, out var color)
            ? color
            : throw new FormatException("The value is not a color. It has an unknown name or notation. Use a CSS name, #rgb, #rgba, #rrggbb, #rrggbbaa, rgb(r,g,b) or rgba(r,g,b,a).");
    }

    /// <summary>Parses a color in one of the notations of <see cref="MapColor"/>.</summary>
    /// <param name="value">The color, such as <c>crimson</c> or <c>#dc143c</c>. Case and surrounding spaces are ignored.</param>
    /// <param name="color">The parsed color, or the default value if <paramref name="value"/> is not a color.</param>
    /// <returns><see langword="true"/> if <paramref name="value"/> is a color; otherwise <see langword="false"/>.</returns>
    public static bool TryParse(string? value, out MapColor color)
    {
        var trimmed = value?.Trim().ToLowerInvariant() ?? "";
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

    /// <summary>Converts a string in one of the notations of <see cref="MapColor"/> to a color.</summary>
    /// <exception cref="FormatException"><paramref name="value"/> is not a color.</exception>
    public static implicit operator MapColor(string value) => Parse(value);

    /// <summary>Returns the color as a CSS name, <c>#rrggbb</c> or <c>#rrggbbaa</c>.</summary>
    public override string ToString() => _value ?? "transparent";

    private static bool TryParseHex(string value, out MapColor color)
    {
        color = default;
        if (value.Length is not (4 or 5 or 7 or 9) || !value.Skip(1).All(c => c is >= '0' and <= '9' or >= 'a' and <= 'f'))
            return false;

        var full = value.Length > 5 ? value : "#" + string.Concat(value.Skip(1).Select(c => new string(c, 2)));
        color = new MapColor(full.Length == 9 && full.EndsWith("ff", StringComparison.Ordinal) ? full.Substring(0, 7) : full);
        return true;
    }

    private static bool TryParseFunction(string value, out MapColor color)
    {
        color = default;
        var open = value.IndexOf('(');
        if (open is not (3 or 4) || !value.EndsWith(")", StringComparison.Ordinal) || (open == 4 && value[3] != 'a'))
            return false;

        var parts = value.Substring(open + 1, value.Length - open - 2).Split(',');
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

/// <summary>The color names of CSS.</summary>
internal static class CssColors
{
    public static readonly HashSet<string> Names = new(
        ("aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown burlywood cadetblue chartreuse " +
        "chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan darkgoldenrod darkgray darkgreen darkgrey darkkhaki darkmagenta " +
        "darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen darkslateblue darkslategray darkslategrey darkturquoise darkviolet " +
        "deeppink deepskyblue dimgray dimgrey dodgerblue firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite gold goldenrod gray green " +
        "greenyellow grey honeydew hotpink indianred indigo ivory khaki lavender lavenderblush lawngreen lemonchiffon lightblue lightcoral lightcyan " +
        "lightgoldenrodyellow lightgray lightgreen lightgrey lightpink lightsalmon lightseagreen lightskyblue lightslategray lightslategrey " +
        "lightsteelblue lightyellow lime limegreen linen magenta maroon mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen " +
        "mediumslateblue mediumspringgreen mediumturquoise mediumvioletred midnightblue mintcream mistyrose moccasin navajowhite navy oldlace olive " +
        "olivedrab orange orangered orchid palegoldenrod palegreen paleturquoise palevioletred papayawhip peachpuff peru pink plum powderblue purple " +
        "rebeccapurple red rosybrown royalblue saddlebrown salmon sandybrown seagreen seashell sienna silver skyblue slateblue slategray slategrey " +
        "snow springgreen steelblue tan teal thistle tomato transparent turquoise violet wheat white whitesmoke yellow yellowgreen").Split(' '),
        StringComparer.Ordinal);
}
