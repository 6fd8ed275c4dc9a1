namespace MapTiler.Elevation;

/// <summary>Where along a line heights are asked.</summary>
internal static class ProfileSamples
{
    private const int MaxSamples = 1_000_000;
    private const double Rounding = 1e-9; // the end of the line is not asked twice
    private const double MaxLongitude = 179.99999999;

    public static IReadOnlyList<(double Distance, LngLat Place)> Of(IReadOnlyList<LngLat> line, double? spacing)
    {
        Guard.NotNull(line, nameof(line));
        if (line.Count < 2)
            throw new ArgumentException("A line has at least two points.", nameof(line));

        var distances = GreatCircle.DistancesAlong(line);
        if (spacing is not { } step)
            return [.. line.Select((place, i) => (distances[i], Inside(place)))];
        if (!(step > 0) || double.IsInfinity(step))
            throw new ArgumentOutOfRangeException(nameof(spacing), "A spacing is a positive number of metres.");

        var length = distances[distances.Count - 1];
        if (length / step > MaxSamples)
            throw new ArgumentOutOfRangeException(nameof(spacing), $"The line is {length:0} m long, so this spacing makes more than {MaxSamples} heights. Take a wider one.");

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

    // The service knows no height on the antimeridian itself, so one is asked a millimetre beside it.
    private static LngLat Inside(LngLat place)
    {
        var wrapped = place.Wrap();
        return wrapped.Longitude is > -MaxLongitude and < MaxLongitude ? wrapped : new LngLat(wrapped.Longitude < 0 ? -MaxLongitude : MaxLongitude, wrapped.Latitude);
    }
}
