using System.Text;

namespace MapTiler.Geo;

/// <summary>
/// Encodes and decodes lines as <see href="https://developers.google.com/maps/documentation/utilities/polylinealgorithm">encoded polylines</see>
/// with a precision of 5 decimals, which is about a meter.
/// </summary>
public static class Polyline
{
    private const double Scale = 1e5;
    private const int FirstCharacter = 63;

    /// <summary>Beyond this value a difference does not fit into the 32 bits that decoders use.</summary>
    private const int MaxUnits = 1 << 29;

    /// <summary>By six bits, the length of their escaped character.</summary>
    private static readonly byte[] EscapedLengths = [.. Enumerable.Range(FirstCharacter, 64).Select(c => (byte)Uri.EscapeDataString(((char)c).ToString()).Length)];

    /// <summary>Encodes a line as a short string.</summary>
    /// <param name="line">The locations of the line, in order. Coordinates are rounded to 5 decimals; longitudes are not wrapped.</param>
    /// <returns>A string of the ASCII characters <c>?</c> to <c>~</c>, which must be escaped in a URL; empty for an empty line.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The absolute value of a longitude is greater than 5368.70912 degrees, the limit of the format.</exception>
    public static string Encode(IReadOnlyList<LngLat> line)
    {
        Guard.NotNull(line, nameof(line));
        var text = new StringBuilder(line.Count * 8);
        int latitude = 0, longitude = 0;
        for (var i = 0; i < line.Count; i++)
        {
            latitude = Append(text, line[i].Latitude, latitude);
            longitude = Append(text, line[i].Longitude, longitude);
        }

        return text.ToString();
    }

    /// <summary>Decodes an encoded polyline.</summary>
    /// <param name="polyline">The encoded polyline with 5 decimals, not URL-escaped.</param>
    /// <returns>The locations of the line, in order.</returns>
    /// <exception cref="FormatException"><paramref name="polyline"/> is incomplete, has invalid characters, or has coordinates out of range.</exception>
    public static IReadOnlyList<LngLat> Decode(string polyline)
    {
        Guard.NotNull(polyline, nameof(polyline));
        var line = new List<LngLat>(polyline.Length / 4);
        long latitude = 0, longitude = 0;
        for (var position = 0; position < polyline.Length;)
        {
            var start = position;
            latitude += Read(polyline, ref position);
            longitude += Read(polyline, ref position);
            if (Math.Abs(latitude) > 90 * Scale || Math.Abs(longitude) > MaxUnits)
                throw NotAPolyline(start, "the latitude or longitude is out of range");
            line.Add(new LngLat(longitude / Scale, latitude / Scale));
        }

        return line;
    }

    /// <summary>Returns a coordinate as the integer that is encoded.</summary>
    internal static int Units(double value)
    {
        var units = Math.Round(value * Scale, MidpointRounding.AwayFromZero);
        return Math.Abs(units) <= MaxUnits
            ? (int)units
            : throw new ArgumentOutOfRangeException("line", "A longitude is too large for an encoded polyline. Use LngLat.Wrap() to normalize it.");
    }

    /// <summary>Returns the number of characters of an encoded difference in a URL.</summary>
    internal static int EscapedLength(int difference)
    {
        var lengths = EscapedLengths;
        var length = 0;
        var bits = ToUnsigned(difference);
        for (; bits >= 0x20; bits >>= 5)
            length += lengths[(int)(0x20 | (bits & 0x1F))];
        return length + lengths[(int)bits];
    }

    private static int Append(StringBuilder text, double value, int previous)
    {
        var units = Units(value);
        var bits = ToUnsigned(units - previous);
        for (; bits >= 0x20; bits >>= 5)
            text.Append((char)((0x20 | (bits & 0x1F)) + FirstCharacter));
        text.Append((char)(bits + FirstCharacter));
        return units;
    }

    private static uint ToUnsigned(int difference) => (uint)(difference < 0 ? ~(difference << 1) : difference << 1);

    private static long Read(string polyline, ref int position)
    {
        long bits = 0;
        for (var shift = 0; shift <= 30; shift += 5)
        {
            if (position == polyline.Length)
                throw NotAPolyline(position, "the string ends within a number");
            var chunk = polyline[position] - FirstCharacter;
            if (chunk is < 0 or > 0x3F)
                throw NotAPolyline(position, "there is a character that is not between '?' and '~'");
            bits |= (long)(chunk & 0x1F) << shift;
            position++;
            if (chunk < 0x20)
                return (bits & 1) != 0 ? ~(bits >> 1) : bits >> 1;
        }

        throw NotAPolyline(position, "the number is too large");
    }

    private static FormatException NotAPolyline(int position, string reason) =>
        new($"The string is not an encoded polyline with 5 decimals: at position {position}, {reason}. (Parameter 'polyline')");
}
