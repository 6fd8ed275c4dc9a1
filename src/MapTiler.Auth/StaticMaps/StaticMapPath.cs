namespace MapTiler.StaticMaps;

/// <summary>A line or, with a <see cref="Fill"/>, an area on a static map.</summary>
public sealed class StaticMapPath
{
    /// <summary>Creates a path.</summary>
    /// <param name="points">Two different places or more, longitudes between -180 and 180.</param>
    /// <exception cref="ArgumentException">There are not two different places.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A longitude is out of range.</exception>
    public StaticMapPath(IReadOnlyList<LngLat> points)
    {
        Guard.NotNull(points, nameof(points));
        if (points.Count < 2 || points.All(point => point == points[0]))
            throw new ArgumentException("A path needs two different places.", nameof(points));
        foreach (var point in points)
            Guard.InRange(point, nameof(points));
        Points = points;
    }

    /// <summary>The places in their order. A path that ends where it began is closed.</summary>
    public IReadOnlyList<LngLat> Points { get; }

    /// <summary>The colour of the area.</summary>
    /// <value>The default is <see langword="null"/>: no area.</value>
    public MapColor? Fill { get; set; }

    /// <summary>The colour of the line.</summary>
    /// <value>The default is <see langword="null"/>: that of the service, a blue.</value>
    public MapColor? Stroke { get; set; }

    /// <summary>The width of the line in pixels, 0 or more; fractions are allowed.</summary>
    /// <value>The default is <see langword="null"/>: 1.</value>
    public double? Width { get; set; }

    /// <summary>Whether the path takes the short way, which may cross the antimeridian.</summary>
    /// <value>The default is <see langword="null"/>: no.</value>
    public bool? Shortest { get; set; }
}
