namespace MapTiler.Emulator;

/// <summary>Google's encoded polylines, five decimals, latitude first.</summary>
internal static class EncodedPolyline
{
    private const double UnitsPerDegree = 1e5;
    private const int Offset = 63;
    private const int MaxShift = 30;

    /// <summary>The positions; null if the string is not a valid polyline.</summary>
    public static List<(double Longitude, double Latitude)>? Decode(string text)
    {
        var positions = new List<(double, double)>();
        var (latitude, longitude, index) = (0, 0, 0);
        while (index < text.Length)
        {
            if (Next(text, ref index) is not { } north || Next(text, ref index) is not { } east)
                return null;
            latitude += north;
            longitude += east;
            positions.Add((longitude / UnitsPerDegree, latitude / UnitsPerDegree));
        }

        return positions;
    }

    private static int? Next(string text, ref int index)
    {
        var coded = 0;
        for (var shift = 0; index < text.Length && shift <= MaxShift; shift += 5)
        {
            var part = text[index++] - Offset;
            if (part is < 0 or > 63)
                return null;
            coded |= (part & 31) << shift;
            if (part < 32)
                return (coded >> 1) ^ -(coded & 1);
        }

        return null;
    }
}
