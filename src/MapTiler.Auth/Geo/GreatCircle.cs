namespace MapTiler;

/// <summary>Distances and places along the shortest ways on a sphere, in metres. The true Earth is flatter: distances differ by up to 0.6 %.</summary>
public static class GreatCircle
{
    /// <summary>The radius of the sphere in metres: the mean radius of the Earth.</summary>
    public const double EarthRadius = 6_371_008.8;

    private const double Radians = Math.PI / 180;

    /// <summary>The distance between two places in metres, by the haversine; exact to a millimetre between near places and between antipodes alike.</summary>
    /// <param name="from">A place.</param>
    /// <param name="to">Another place.</param>
    public static double Distance(LngLat from, LngLat to) => Angle(from, to) * EarthRadius;

    /// <summary>The length of a line in metres; 0 of a line with less than two places.</summary>
    /// <param name="line">The places in their order.</param>
    public static double Length(IReadOnlyList<LngLat> line)
    {
        Guard.NotNull(line, nameof(line));
        var length = 0d;
        for (var i = 1; i < line.Count; i++)
            length += Distance(line[i - 1], line[i]);
        return length;
    }

    /// <summary>For each place of a line how far along the line it lies, in metres: 0 first, the length of the line last.</summary>
    /// <param name="line">The places in their order.</param>
    public static IReadOnlyList<double> DistancesAlong(IReadOnlyList<LngLat> line)
    {
        Guard.NotNull(line, nameof(line));
        var distances = new double[line.Count];
        for (var i = 1; i < line.Count; i++)
            distances[i] = distances[i - 1] + Distance(line[i - 1], line[i]);
        return distances;
    }

    /// <summary>The place at a fraction of the shortest way between two places.</summary>
    /// <param name="from">The place of fraction 0.</param>
    /// <param name="to">The place of fraction 1.</param>
    /// <param name="fraction">How much of the way, 0 to 1.</param>
    /// <returns>The place, its longitude between -180 and 180. Between antipodes all ways are the shortest; it lies on one of them.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is not between 0 and 1.</exception>
    public static LngLat Interpolate(LngLat from, LngLat to, double fraction) => fraction switch
    {
        0 => from.Wrap(),
        1 => to.Wrap(),
        > 0 and < 1 => Towards(from, to, Angle(from, to) * fraction),
        _ => throw new ArgumentOutOfRangeException(nameof(fraction), "A fraction must be between 0 and 1."),
    };

    /// <summary>The place at a distance along a line.</summary>
    /// <param name="line">The places in their order, one or more.</param>
    /// <param name="distance">Metres from the first place, 0 or more. Beyond the end of the line it is the last place.</param>
    /// <returns>The place, its longitude between -180 and 180.</returns>
    /// <exception cref="ArgumentException">The line has no place.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The distance is negative or not a number.</exception>
    public static LngLat PlaceAlong(IReadOnlyList<LngLat> line, double distance)
    {
        Guard.NotNull(line, nameof(line));
        if (line.Count == 0)
            throw new ArgumentException("The line has no place.", nameof(line));
        if (!(distance >= 0))
            throw new ArgumentOutOfRangeException(nameof(distance), "A distance must not be negative.");

        var before = 0d; // summed as Length does, so that its result leads to the end
        for (var i = 1; i < line.Count; i++)
        {
            var step = Distance(line[i - 1], line[i]);
            if (before + step > distance)
                return Interpolate(line[i - 1], line[i], (distance - before) / step);
            before += step;
        }

        return line[line.Count - 1].Wrap();
    }

    /// <summary>The angle between two places in radians, 0 to pi.</summary>
    private static double Angle(LngLat from, LngLat to)
    {
        var turn = Meridian.Difference(from.Longitude, to.Longitude) * Radians / 2;
        var rise = (to.Latitude - from.Latitude) * Radians / 2;
        var middle = (to.Latitude + from.Latitude) * Radians / 2;

        // The haversine and what is left of 1, both as sums of squares: neither loses digits, even between antipodes.
        var haversine = Square(Math.Sin(rise) * Math.Cos(turn)) + Square(Math.Cos(middle) * Math.Sin(turn));
        var rest = Square(Math.Cos(rise) * Math.Cos(turn)) + Square(Math.Sin(middle) * Math.Sin(turn));
        return 2 * Math.Atan2(Math.Sqrt(haversine), Math.Sqrt(rest));
    }

    /// <summary>The place that lies an angle in radians from a place towards another.</summary>
    private static LngLat Towards(LngLat from, LngLat to, double angle)
    {
        var turn = Meridian.Difference(from.Longitude, to.Longitude) * Radians;
        var (sine, cosine) = (Math.Sin(from.Latitude * Radians), Math.Cos(from.Latitude * Radians));
        var cosineTo = Math.Cos(to.Latitude * Radians);

        // The direction in which the other place lies.
        var east = cosineTo * Math.Sin(turn);
        var north = Math.Sin((to.Latitude - from.Latitude) * Radians) + 2 * sine * cosineTo * Square(Math.Sin(turn / 2));
        var length = Math.Sqrt(east * east + north * north);
        (east, north) = length > 0 ? (east / length, north / length) : (0, 1);

        // The place in space, seen from the meridian of the first.
        var x = cosine * Math.Cos(angle) - sine * Math.Sin(angle) * north;
        var y = Math.Sin(angle) * east;
        var z = sine * Math.Cos(angle) + cosine * Math.Sin(angle) * north;
        var longitude = Meridian.Wrap(Meridian.Wrap(from.Longitude) + Math.Atan2(y, x) / Radians);
        return new LngLat(longitude, Math.Atan2(z, Math.Sqrt(x * x + y * y)) / Radians);
    }

    private static double Square(double value) => value * value;
}
