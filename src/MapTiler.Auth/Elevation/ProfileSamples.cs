namespace MapTiler.Elevation;

/// <summary>The locations along a line whose elevations are requested.</summary>
internal static class ProfileSamples
{
    private const int MaxSamples = 1_000_000;
    private const double Rounding = 1e-9; // so that the end of the line is not requested twice
    private const double MaxLongitude = 179.99999999;

    public static IReadOnlyList<(double Distance, LngLat Location)> Of(IReadOnlyList<LngLat> line, double? spacing)
    {
        Guard.NotNull(line, nameof(line));
        if (line.Count < 2)
            throw new ArgumentException("A line must have at least two points.", nameof(line));

        var distances = GreatCircle.DistancesAlong(line);
        if (spacing is not { } step)
            return [.. line.Select((location, i) => (distances[i], Inside(location)))];
        if (!(step > 0) || double.IsInfinity(step))
            throw new ArgumentOutOfRangeException(nameof(spacing), "The spacing must be a positive number of meters.");

        var length = distances[distances.Count - 1];
        if (length / step > MaxSamples)
            throw new ArgumentOutOfRangeException(nameof(spacing), $"The line is {length:0} m long, so that this spacing results in more than {MaxSamples} elevations. Use a larger spacing.");

        var samples = new List<(double, LngLat)>();
        var segment = 0;
        for (var i = 0; i == 0 ? length > 0 : length - i * step > step * Rounding; i++)
        {
            while (distances[segment + 1] < i * step)
                segment++;
            var part = distances[segment + 1] - distances[segment];
            samples.Add((i * step, Inside(part > 0 ? GreatCircle.Interpolate(line[segment], line[segment + 1], (i * step - distances[segment]) / part) : line[segment])));
        }

        samples.Add((length, Inside(line[line.Count - 1])));
        return samples;
    }

    // The service has no elevation on the antimeridian itself, so that of a location a millimeter beside it is requested.
    private static LngLat Inside(LngLat location)
    {
        var wrapped = location.Wrap();
        return wrapped.Longitude is > -MaxLongitude and < MaxLongitude ? wrapped : new LngLat(wrapped.Longitude < 0 ? -MaxLongitude : MaxLongitude, wrapped.Latitude);
    }
}
