namespace MapTiler.Coordinates;

/// <summary>From where to where coordinates are transformed.</summary>
public sealed class CoordinateTransformOptions
{
    /// <summary>The EPSG code of the system that the points are in.</summary>
    /// <value>The default is 4326: longitude and latitude in degrees.</value>
    public int SourceCrs { get; set; } = 4326;

    /// <summary>The EPSG code of the system to transform to.</summary>
    /// <value>The default is 4326: longitude and latitude in degrees.</value>
    public int TargetCrs { get; set; } = 4326;

    /// <summary>The EPSG codes of the operations to use, in their order.</summary>
    /// <value>The default is <see langword="null"/>: the service chooses.</value>
    public IReadOnlyList<int>? Operations { get; set; }

    /// <summary>How many requests of up to 50 points are under way at the same time in a batch, 1 or more.</summary>
    /// <value>The default is 4.</value>
    public int MaxConcurrency { get; set; } = 4;
}
