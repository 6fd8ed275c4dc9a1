namespace MapTiler.StaticMaps;

/// <summary>Where the attribution stands on a static map.</summary>
public enum AttributionPosition
{
    /// <summary>At the bottom, on the right.</summary>
    BottomRight,

    /// <summary>At the bottom, on the left.</summary>
    BottomLeft,

    /// <summary>At the top, on the left.</summary>
    TopLeft,

    /// <summary>At the top, on the right.</summary>
    TopRight,

    /// <summary>Nowhere: it has to be shown beside the map.</summary>
    Hidden,
}
