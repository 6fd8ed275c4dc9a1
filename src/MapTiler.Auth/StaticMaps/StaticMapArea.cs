namespace MapTiler.StaticMaps;

/// <summary>What a static map shows: a view, a box, or whatever its paths and markers need. A view and a box convert by themselves.</summary>
public readonly record struct StaticMapArea
{
    private StaticMapArea(MapView? view, BoundingBox? bounds)
    {
        View = view;
        Bounds = bounds;
    }

    /// <summary>The area that the paths and markers need.</summary>
    public static StaticMapArea Auto { get; }

    /// <summary>The center and the zoom, if the area is a view.</summary>
    public MapView? View { get; }

    /// <summary>The box, if the area is one.</summary>
    public BoundingBox? Bounds { get; }

    /// <summary>The area around a center.</summary>
    public static StaticMapArea Around(MapView view) => new(view, null);

    /// <summary>The area of a box.</summary>
    public static StaticMapArea Within(BoundingBox bounds) => new(null, bounds);

    /// <summary>The area around a center.</summary>
    public static implicit operator StaticMapArea(MapView view) => Around(view);

    /// <summary>The area of a box.</summary>
    public static implicit operator StaticMapArea(BoundingBox bounds) => Within(bounds);
}
