namespace MapTiler.Elevation;

/// <summary>A height along a line.</summary>
public sealed class ElevationProfilePoint
{
    /// <summary>The distance from the beginning of the line in metres, along it.</summary>
    public double Distance { get; set; }

    /// <summary>The place.</summary>
    public LngLat Place { get; set; }

    /// <summary>The height above the sea; <see langword="null"/> if there is none or it failed.</summary>
    public double? Elevation { get; set; }

    /// <summary>Why the height failed, if it did.</summary>
    public MapTilerException? Error { get; set; }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Distance:0} m: {(Error is { } error ? error.Reason.Value : Elevation is { } elevation ? FixedPoint.ToText(elevation) : "no data")}");
}
