namespace MapTiler.Geo;

/// <summary>
/// Calculates distances in meters and locations along the shortest lines on a sphere. The Earth is an ellipsoid: true distances differ by up
/// to 0.6 percent.
/// </summary>
public static class GreatCircle
{
    /// <summary>The radius of the sphere in meters: the mean radius of the Earth.</summary>
    public const double EarthRadius = 6_371_008.8;

    private const double Radians = Math.PI / 180;

    /// <summary>Calculates the distance between two locations in meters, with the haversine formula. It is precise to a millimeter for near locations and
    /// for antipodes.</summary>
    /// <param name="from">The first location.</param>
    /// <param name="to">The second location.</param>
    public static double Distance(LngLat from, LngLat to) => Angle(from, to) * EarthRadius;

    /// <summary>Calculates the length of a line in meters; 0 for a line with fewer than two locations.</summary>
    /// <param name="line">The locations of the line, in order.</param>
    public static double Length(IReadOnlyList<LngLat> line)
    {
        Guard.NotNull(line, nameof(line));
        var length = 0d;
        for (var i = 1; i < line.Count; i++)
            length += Distance(line[i - 1], line[i]);
        return length;
    }

    /// <summary>Calculates for each location of a line its distance along the line from the start, in meters.</summary>
    /// <param name="line">The locations of the line, in order.</param>
    /// <returns>One distance per location: the first is 0, the last is the length of the line.</returns>
    public static IReadOnlyList<double> DistancesAlong(IReadOnlyList<LngLat> line)
    {
        Guard.NotNull(line, nameof(line));
        var distances = new double[line.Count];
        for (var i = 1; i < line.Count; i++)
            distances[i] = distances[i - 1] + Distance(line[i - 1], line[i]);
        return distances;
    }

    /// <summary>Interpolates a location on the shortest line between two locations.</summary>
    /// <param name="from">The location at fraction 0.</param>
    /// <param name="to">The location at fraction 1.</param>
    /// <param name="fraction">The fraction of the distance from <paramref name="from"/> to <paramref name="to"/>, 0 to 1.</param>
    /// <returns>The location, with a longitude between -180 and 180. Between antipodes, where all lines have the same length, it is on one of them.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="fraction"/> is not between 0 and 1.</exception>
    public static LngLat Interpolate(LngLat from, LngLat to, double fraction) => fraction switch
    {
        0 => from.Wrap(),
        1 => to.Wrap(),
        > 0 and < 1 => Towards(from, to, Angle(from, to) * fraction),
        _ => throw new ArgumentOutOfRangeException(nameof(fraction), "A fraction must be between 0 and 1."),
    };

    /// <summary>Returns the location at a distance along a line.</summary>
    /// <param name="line">The locations of the line, in order; at least one.</param>
    /// <param name="distance">The distance from the first location in meters, 0 or more. If it is greater than the length of the line, the last location is returned.</param>
    /// <returns>The location, with a longitude between -180 and 180.</returns>
    /// <exception cref="ArgumentException"><paramref name="line"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="distance"/> is negative or not a number.</exception>
    public static LngLat LocationAlong(IReadOnlyList<LngLat> line, double distance)
    {
        Guard.NotNull(line, nameof(line));
        if (line.Count == 0)
            throw new ArgumentException("The line must have at least one location.", nameof(line));
        if (!(distance >= 0))
            throw new ArgumentOutOfRangeException(nameof(distance), "A distance must not be negative.");

        var before = 0d; // added up as in Length, so that its result is exactly the end
        for (var i = 1; i < line.Count; i++)
        {
            var step = Distance(line[i - 1], line[i]);
            if (before + step > distance)
                return Interpolate(line[i - 1], line[i], (distance - before) / step);
            before += step;
        }

        return line[line.Count - 1].Wrap();
    }

    /// <summary>Returns the angle between two locations in radians, 0 to pi.</summary>
    private static double Angle(LngLat from, LngLat to)
    {
        var turn = Meridian.Difference(from.Longitude, to.Longitude) * Radians / 2;
        var rise = (to.Latitude - from.Latitude) * Radians / 2;
        var middle = (to.Latitude + from.Latitude) * Radians / 2;

        // The haversine and 1 minus the haversine, both as sums of squares: neither loses precision, even between antipodes.
        var haversine = Square(Math.Sin(rise) * Math.Cos(turn)) + Square(Math.Cos(middle) * Math.Sin(turn));
        var rest = Square(Math.Cos(rise) * Math.Cos(turn)) + Square(Math.Sin(middle) * Math.Sin(turn));
        return 2 * Math.Atan2(Math.Sqrt(haversine), Math.Sqrt(rest));
    }

    /// <summary>Returns the location at an angle in radians from a location in the direction of another.</summary>
    private static LngLat Towards(LngLat from, LngLat to, double angle)
    {
        var turn = Meridian.Difference(from.Longitude, to.Longitude) * Radians;
        var (sine, cosine) = (Math.Sin(from.Latitude * Radians), Math.Cos(from.Latitude * Radians));
        var cosineTo = Math.Cos(to.Latitude * Radians);

        // The direction to the other location.
        var east = cosineTo * Math.Sin(turn);
        var north = Math.Sin((to.Latitude - from.Latitude) * Radians) + 2 * sine * cosineTo * Square(Math.Sin(turn / 2));
        var length = Math.Sqrt(east * east + north * north);
        (east, north) = length > 0 ? (east / length, north / length) : (0, 1);

        // The location as a vector, relative to the meridian of the first.
        var x = cosine * Math.Cos(angle) - sine * Math.Sin(angle) * north;
        var y = Math.Sin(angle) * east;
        var z = sine * Math.Cos(angle) + cosine * Math.Sin(angle) * north;
        var longitude = Meridian.Wrap(Meridian.Wrap(from.Longitude) + Math.Atan2(y, x) / Radians);
        return new LngLat(longitude, Math.Atan2(z, Math.Sqrt(x * x + y * y)) / Radians);
    }

    private static double Square(double value) => value * value;
}
