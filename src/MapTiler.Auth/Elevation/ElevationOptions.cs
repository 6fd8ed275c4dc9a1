namespace MapTiler.Elevation;

/// <summary>Options of a batch of heights.</summary>
public sealed class ElevationOptions
{
    /// <summary>The unit of the heights.</summary>
    /// <value>The default is <see cref="ElevationUnit.Meters"/>.</value>
    public ElevationUnit Unit { get; set; }

    /// <summary>How many requests of up to 50 places are under way at the same time, 1 or more.</summary>
    /// <value>The default is 4.</value>
    public int MaxConcurrency { get; set; } = 4;
}
