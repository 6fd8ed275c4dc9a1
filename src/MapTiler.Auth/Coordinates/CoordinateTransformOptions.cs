namespace MapTiler.Coordinates;

/// <summary>The coordinate reference systems and the operations of a coordinate transformation.</summary>
public sealed class CoordinateTransformOptions
{
    /// <summary>The EPSG code of the coordinate reference system of the points.</summary>
    /// <value>The default is 4326: longitude and latitude in degrees.</value>
    public int SourceCrs { get; set; } = 4326;

    /// <summary>The EPSG code of the coordinate reference system to transform to.</summary>
    /// <value>The default is 4326: longitude and latitude in degrees.</value>
    public int TargetCrs { get; set; } = 4326;

    /// <summary>The EPSG codes of the operations to apply, in this order.</summary>
    /// <value>The default is <see langword="null"/>: the service chooses the operations.</value>
    public IReadOnlyList<int>? Operations { get; set; }
}
