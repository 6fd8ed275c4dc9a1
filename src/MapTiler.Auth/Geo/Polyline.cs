using System.Text;

namespace MapTiler;

/// <summary>
/// The <see href="https://developers.google.com/maps/documentation/utilities/polylinealgorithm">encoded polyline</see> with 5 decimals,
/// about a metre: a line as short text.
/// </summary>
public static class Polyline
{
    private const double Scale = 1e5;
    private const int FirstCharacter = 63;

    /// <summary>Encodes a line.</summary>
    /// <param name="line">The places in their order.</param>
    public static string Encode(IReadOnlyList<LngLat> line)
    {
        Guard.NotNull(line, nameof(line));
        var text = new StringBuilder(line.Count * 8);
        long latitude = 0, longitude = 0;
        for (var i = 0; i < line.Count; i++)
        {
            latitude = Append(text, line[i].Latitude, latitude);
            longitude = Append(text, line[i].Longitude, longitude);
        }

        return text.ToString();
    }

    /// <summary>Decodes a line.</summary>
    /// <param name="text">What <see cref="Encode"/> made.</param>
    /// <exception cref="FormatException">The text is not an encoded polyline.</exception>
    public static IReadOnlyList<LngLat> Decode(string text)
    {
        Guard.NotNull(text, nameof(text));
        var line = new List<LngLat>(text.Length / 4);
        long latitude = 0, longitude = 0;
        for (var position = 0; position < text.Length;)
        {
            latitude += Read(text, ref position);
            longitude += Read(text, ref position);
            if (Math.Abs(latitude) > 90 * Scale)
                throw NotAPolyline();
            line.Add(new LngLat(longitude / Scale, latitude / Scale));
        }

        return line;
    }

    private static long Append(StringBuilder text, double value, long previous)
    {
        var rounded = (long)Math.Round(value * Scale, MidpointRounding.AwayFromZero);
        var difference = rounded - previous;
        var bits = difference < 0 ? ~(difference << 1) : difference << 1;
        for (; bits >= 0x20; bits >>= 5)
            text.Append((char)((0x20 | (bits & 0x1F)) + FirstCharacter));
        text.Append((char)(bits + FirstCharacter));
        return rounded;
    }

    private static long Read(string text, ref int position)
    {
        long bits = 0;
        for (var shift = 0; shift <= 30; shift += 5)
        {
            var chunk = position < text.Length ? text[position++] - FirstCharacter : -1;
            if (chunk is < 0 or > 0x3F)
                throw NotAPolyline();
            bits |= (long)(chunk & 0x1F) << shift;
            if (chunk < 0x20)
                return (bits & 1) != 0 ? ~(bits >> 1) : bits >> 1;
        }

        throw NotAPolyline();
    }

    private static FormatException NotAPolyline() => new("The text is not an encoded polyline with 5 decimals.");
}
