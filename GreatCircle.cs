namespace MapTiler;

/// <summary>Distances and places along great circles, the shortest ways on the globe.</summary>
/// <remarks>The Earth is a sphere of its mean radius here; distances differ from those on the WGS84 ellipsoid by up to 0.6 %.</remarks>
public static class GreatCircle
{
    /// <summary>The mean radius of the Earth, in metres.</summary>
    public const double EarthRadius = 6371008.8;

    /// <summary>Below this sine two places are the same or opposite to each other: 6 micrometres.</summary>
    private const double Negligible = 1e-12;

    /// <summary>A last step shorter than this share of the others is rounding.</summary>
    private const double SpacingTolerance = 1e-9;

    private const int MaxPoints = 0x7FFFFFC7;

    /// <summary>The distance between two places in metres, by the haversine formula.</summary>
    public static double Distance(LngLat from, LngLat to)
    {
        var (start, end) = (Radians(from.Latitude), Radians(to.Latitude));
        var turn = Radians(to.Longitude - from.Longitude) / 2;
        var parallels = Math.Cos(start) * Math.Cos(end);

        // Both the haversine and its complement are sums of squares: exact for neighbours and for opposite places.
        var haversine = Square(Math.Sin((end - start) / 2)) + parallels * Square(Math.Sin(turn));
        var complement = Square(Math.Sin((end + start) / 2)) + parallels * Square(Math.Cos(turn));
        return 2 * EarthRadius * Math.Atan2(Math.Sqrt(haversine), Math.Sqrt(complement));
    }

    /// <summary>The length of a line in metres; 0 for less than two points.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="line"/> is null.</exception>
    public static double Length(IReadOnlyList<LngLat> line)
    {
        Guard.NotNull(line, nameof(line));
        var length = 0.0;
        for (var i = 1; i < line.Count; i++)
            length += Distance(line[i - 1], line[i]);
        return length;
    }

    /// <summary>How far along a line each of its points lies, in metres: 0 for the first, the length of the line for the last.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="line"/> is null.</exception>
    public static double[] DistancesAlong(IReadOnlyList<LngLat> line)
    {
        Guard.NotNull(line, nameof(line));
        var distances = new double[line.Count];
        for (var i = 1; i < distances.Length; i++)
            distances[i] = distances[i - 1] + Distance(line[i - 1], line[i]);
        return distances;
    }

    /// <summary>The place at a share of the way between two places, with a longitude between -180 and 180 degrees.</summary>
    /// <param name="from">The start.</param>
    /// <param name="to">The end. To the opposite side of the globe all ways are equally long; this one leaves to the north.</param>
    /// <param name="fraction">The share of the way, 0 to 1. The ends come back as they were given.</param>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is not between 0 and 1.</exception>
    public static LngLat Interpolate(LngLat from, LngLat to, double fraction)
    {
        if (!(fraction is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(fraction), "The fraction of a way must be between 0 and 1.");
        if (fraction == 0 || from == to)
            return from;
        if (fraction == 1)
            return to;

        var (x, y, z) = Vector(from);
        var (aheadX, aheadY, aheadZ) = Direction(from, to);
        var angle = Distance(from, to) / EarthRadius * fraction;
        var (sine, cosine) = (Math.Sin(angle), Math.Cos(angle));
        return Place(x * cosine + aheadX * sine, y * cosine + aheadY * sine, z * cosine + aheadZ * sine);
    }

    /// <summary>As many points along a line as asked for, evenly spaced, its first and its last point among them.</summary>
    /// <param name="line">Two points or more.</param>
    /// <param name="count">How many points, at least 2.</param>
    /// <exception cref="ArgumentNullException"><paramref name="line"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="line"/> has less than two points.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 2.</exception>
    public static LngLat[] Resample(IReadOnlyList<LngLat> line, int count)
    {
        CheckLine(line);
        if (count < 2)
            throw new ArgumentOutOfRangeException(nameof(count), "A line has at least two points.");

        var distances = DistancesAlong(line);
        return PlacesAlong(line, distances, distances[distances.Length - 1] / (count - 1), count);
    }

    /// <summary>A point every so many metres along a line from its first point on, and its last point.</summary>
    /// <param name="line">Two points or more.</param>
    /// <param name="meters">The spacing in metres, above 0; the last one may be shorter.</param>
    /// <exception cref="ArgumentNullException"><paramref name="line"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="line"/> has less than two points.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="meters"/> is not above 0, or gives more points than an array holds.</exception>
    public static LngLat[] ResampleEvery(IReadOnlyList<LngLat> line, double meters)
    {
        CheckLine(line);
        if (!(meters > 0))
            throw new ArgumentOutOfRangeException(nameof(meters), "The spacing must be above 0.");

        var distances = DistancesAlong(line);
        var steps = Math.Max(Math.Ceiling(distances[distances.Length - 1] / meters - SpacingTolerance), 1);
        return steps < MaxPoints
            ? PlacesAlong(line, distances, meters, (int)steps + 1)
            : throw new ArgumentOutOfRangeException(nameof(meters), "The spacing is too small for a line of this length.");
    }

    private static LngLat[] PlacesAlong(IReadOnlyList<LngLat> line, double[] distances, double step, int count)
    {
        var places = new LngLat[count];
        places[0] = line[0];
        places[count - 1] = line[line.Count - 1];

        var part = 0;
        for (var i = 1; i < count - 1; i++)
        {
            var distance = i * step;
            while (part < line.Count - 2 && distances[part + 1] <= distance)
                part++;

            var length = distances[part + 1] - distances[part];
            var fraction = length > 0 ? Math.Min((distance - distances[part]) / length, 1) : 0;
            places[i] = Interpolate(line[part], line[part + 1], fraction);
        }

        return places;
    }

    private static void CheckLine(IReadOnlyList<LngLat> line)
    {
        Guard.NotNull(line, nameof(line));
        if (line.Count < 2)
            throw new ArgumentException("A line has at least two points.", nameof(line));
    }

    /// <summary>The unit vector that points from the start of a way to its end; north where that is no direction.</summary>
    private static (double X, double Y, double Z) Direction(LngLat from, LngLat to)
    {
        var (x, y, z) = Vector(from);
        var (endX, endY, endZ) = Vector(to);
        var shared = x * endX + y * endY + z * endZ;
        var (aheadX, aheadY, aheadZ) = (endX - x * shared, endY - y * shared, endZ - z * shared);
        var length = Math.Sqrt(Square(aheadX) + Square(aheadY) + Square(aheadZ));
        return length > Negligible ? (aheadX / length, aheadY / length, aheadZ / length) : North(from);
    }

    private static (double X, double Y, double Z) North(LngLat place)
    {
        var (longitude, latitude) = (Radians(place.Longitude), Radians(place.Latitude));
        return (-Math.Sin(latitude) * Math.Cos(longitude), -Math.Sin(latitude) * Math.Sin(longitude), Math.Cos(latitude));
    }

    private static (double X, double Y, double Z) Vector(LngLat place)
    {
        var (longitude, latitude) = (Radians(place.Longitude), Radians(place.Latitude));
        return (Math.Cos(latitude) * Math.Cos(longitude), Math.Cos(latitude) * Math.Sin(longitude), Math.Sin(latitude));
    }

    private static LngLat Place(double x, double y, double z) =>
        new(Degrees(Math.Atan2(y, x)), Degrees(Math.Atan2(z, Math.Sqrt(Square(x) + Square(y)))));

    private static double Radians(double degrees) => degrees * Math.PI / 180;

    private static double Degrees(double radians) => radians * 180 / Math.PI;

    private static double Square(double value) => value * value;
}
