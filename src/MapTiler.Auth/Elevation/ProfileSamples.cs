namespace MapTiler.Elevation;

/// <summary>Where along a line heights are asked.</summary>
internal static class ProfileSamples
{
    private const int MaxSamples = 1_000_000;

    public static IReadOnlyList<(double Distance, LngLat Place)> Of(IReadOnlyList<LngLat> line, double? spacing)
    {
        Guard.NotNull(line, nameof(line));
        if (line.Count < 2)
            throw new ArgumentException("A line has at least two points.", nameof(line));

        var distances = GreatCircle.DistancesAlong(line);
        if (spacing is not { } step)
            return [.. line.Select((place, i) => (distances[i], place))];
        if (!(step > 0))
            throw new ArgumentOutOfRangeException(nameof(spacing), "A spacing is a positive number of metres.");

        var length = distances[distances.Count - 1];
        if (length / step > MaxSamples)
            throw new ArgumentOutOfRangeException(nameof(spacing), $"The line is {length:0} m long, so this spacing makes more than {MaxSamples} heights. Take a wider one.");

        var samples = new List<(double, LngLat)>();
        var segment = 0;
        for (var i = 0; i * step < length; i++)
        {
            while (distances[segment + 1] < i * step)
                segment++;
            var part = distances[segment + 1] - distances[segment];
            samples.Add((i * step, part > 0 ? GreatCircle.Interpolate(line[segment], line[segment + 1], (i * step - distances[segment]) / part) : line[segment]));
        }

        samples.Add((length, line[line.Count - 1]));
        return samples;
    }
}
