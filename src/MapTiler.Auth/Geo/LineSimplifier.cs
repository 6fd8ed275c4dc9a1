namespace MapTiler.Geo;

/// <summary>Simplifies lines with the Visvalingam-Whyatt algorithm, which removes the points that matter least to the shape, in O(n log n).</summary>
public static class LineSimplifier
{
    /// <summary>Simplifies a line to a maximum number of points.</summary>
    /// <param name="line">
    /// The points of the line, in order. Consecutive duplicates are removed. Each segment takes the shorter direction around the Earth, also
    /// across the antimeridian.
    /// </param>
    /// <param name="maxPoints">The maximum number of points to keep, 2 or more.</param>
    /// <returns>
    /// The most important points in order, always with both ends; all points if there are not more than <paramref name="maxPoints"/>. A closed
    /// line keeps at least four points if it has them, even if <paramref name="maxPoints"/> is less, so that it remains a ring.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxPoints"/> is less than 2.</exception>
    public static IReadOnlyList<LngLat> Simplify(IReadOnlyList<LngLat> line, int maxPoints)
    {
        Guard.NotNull(line, nameof(line));
        if (maxPoints < 2)
            throw new ArgumentOutOfRangeException(nameof(maxPoints), "A line keeps at least its two ends.");

        var reduction = new LineReduction(line);
        while (reduction.Count > Math.Max(maxPoints, reduction.Least))
            reduction.RemoveLeast();
        return reduction.Points;
    }
}
