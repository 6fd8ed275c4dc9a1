namespace MapTiler.StaticMaps;

/// <summary>Which part of an icon stands on its place.</summary>
public enum IconAnchor
{
    /// <summary>The middle of the lower edge.</summary>
    Bottom,

    /// <summary>The middle of the upper edge.</summary>
    Top,

    /// <summary>The middle of the left edge.</summary>
    Left,

    /// <summary>The middle of the right edge.</summary>
    Right,

    /// <summary>The middle.</summary>
    Center,

    /// <summary>The upper left corner.</summary>
    TopLeft,

    /// <summary>The lower left corner.</summary>
    BottomLeft,

    /// <summary>The upper right corner.</summary>
    TopRight,

    /// <summary>The lower right corner.</summary>
    BottomRight,
}
