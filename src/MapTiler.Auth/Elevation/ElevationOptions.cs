namespace MapTiler.Elevation;

/// <summary>The options of an elevation request.</summary>
public sealed class ElevationOptions
{
    /// <summary>The unit of the elevations.</summary>
    /// <value>The default is <see cref="ElevationUnit.Meters"/>.</value>
    public ElevationUnit Unit { get; set; }
}

/// <summary>The unit of an elevation.</summary>
public enum ElevationUnit
{
    /// <summary>Meters above mean sea level.</summary>
    Meters,

    /// <summary>International feet (0.3048 m) above mean sea level.</summary>
    Feet,
}
