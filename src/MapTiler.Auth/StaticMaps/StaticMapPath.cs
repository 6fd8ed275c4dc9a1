namespace MapTiler.StaticMaps;

/// <summary>A line on a static map or, with a <see cref="Fill"/>, an area.</summary>
public sealed class StaticMapPath
{
    /// <summary>Creates a path from its points.</summary>
    /// <param name="points">The points in their order, with longitudes between -180 and 180 degrees. At least two of them must be different.</param>
    /// <exception cref="ArgumentException"><paramref name="points"/> does not have two different points.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A longitude is out of its range.</exception>
    public StaticMapPath(IReadOnlyList<LngLat> points)
    {
        Guard.NotNull(points, nameof(points));
        if (points.Count < 2 || points.All(point => point == points[0]))
            throw new ArgumentException("The path does not have two different points. A line needs at least two. Add a point, or use a marker for a single location.", nameof(points));
        foreach (var point in points)
            Guard.InRange(point, nameof(points));
        Points = points;
    }

    /// <summary>The points in their order. A path whose last point equals its first point is closed.</summary>
    public IReadOnlyList<LngLat> Points { get; }

    /// <summary>The color of the area; <see langword="null"/> for a line without an area.</summary>
    /// <value>The default is <see langword="null"/>.</value>
    public MapColor? Fill { get; set; }

    /// <summary>The color of the line; <see langword="null"/> for the default of the service.</summary>
    /// <value>The default is <see langword="null"/>: the service uses blue.</value>
    public MapColor? Stroke { get; set; }

    /// <summary>The width of the line in pixels, 0 or more, with fractions; <see langword="null"/> for the default of the service.</summary>
    /// <value>The default is <see langword="null"/>: the service uses 1.</value>
    public double? Width { get; set; }

    /// <summary>
    /// Whether the path follows the shortest connection, which may cross the antimeridian; <see langword="null"/> for the default of the service.
    /// </summary>
    /// <value>The default is <see langword="null"/>: the service uses <see langword="false"/>.</value>
    public bool? Shortest { get; set; }
}
