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

    /// <summary>With more units from Greenwich a difference does not fit into the 32 bits that readers of the format have.</summary>
    private const int MaxUnits = 1 << 29;

    /// <summary>Encodes a line.</summary>
    /// <param name="line">The places in their order; coordinates are rounded to 5 decimals, longitudes are not wrapped.</param>
    /// <returns>Text of the characters <c>?</c> to <c>~</c>, which is to be escaped in an address. Empty for no places.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A longitude is beyond 5368.70912 degrees, which the format cannot hold.</exception>
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
    /// <param name="text">What <see cref="Encode"/> made, not escaped.</param>
    /// <exception cref="FormatException">The text is not an encoded polyline: cut off, of other characters, or of places that are not on Earth.</exception>
    public static IReadOnlyList<LngLat> Decode(string text)
    {
        Guard.NotNull(text, nameof(text));
        var line = new List<LngLat>(text.Length / 4);
        long latitude = 0, longitude = 0;
        for (var position = 0; position < text.Length;)
        {
            var start = position;
            latitude += Read(text, ref position);
            longitude += Read(text, ref position);
            if (Math.Abs(latitude) > 90 * Scale || Math.Abs(longitude) > MaxUnits)
                throw NotAPolyline(start, "the place there is not on Earth");
            line.Add(new LngLat(longitude / Scale, latitude / Scale));
        }

        return line;
    }

    private static long Append(StringBuilder text, double value, long previous)
    {
        var units = Math.Round(value * Scale, MidpointRounding.AwayFromZero);
        if (Math.Abs(units) > MaxUnits)
            throw new ArgumentOutOfRangeException("line", "A longitude is too large. LngLat.Wrap() brings it between -180 and 180 degrees.");

        var rounded = (long)units;
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
            if (position == text.Length)
                throw NotAPolyline(position, "it is cut off");
            var chunk = text[position] - FirstCharacter;
            if (chunk is < 0 or > 0x3F)
                throw NotAPolyline(position, "there is another character than ? to ~");
            bits |= (long)(chunk & 0x1F) << shift;
            position++;
            if (chunk < 0x20)
                return (bits & 1) != 0 ? ~(bits >> 1) : bits >> 1;
        }

        throw NotAPolyline(position, "the number there is too large");
    }

    private static FormatException NotAPolyline(int position, string reason) =>
        new($"The text is not an encoded polyline with 5 decimals: at position {position}, {reason}. (Parameter 'text')");
}
