namespace MapTiler.Elevation;

/// <summary>The unit of a height.</summary>
public enum ElevationUnit
{
    /// <summary>Metres.</summary>
    Meters,

    /// <summary>Feet.</summary>
    Feet,
}
