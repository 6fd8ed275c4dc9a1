namespace MapTiler.Elevation;

/// <summary>A height along a line.</summary>
public sealed record ElevationProfilePoint
{
    /// <summary>The distance from the beginning of the line in metres, along it.</summary>
    public required double Distance { get; init; }

    /// <summary>The place.</summary>
    public required LngLat Place { get; init; }

    /// <summary>The height above the sea; <see langword="null"/> if there is none or it failed.</summary>
    public double? Elevation { get; init; }

    /// <summary>Why the height failed, if it did.</summary>
    public MapTilerException? Error { get; init; }
}
