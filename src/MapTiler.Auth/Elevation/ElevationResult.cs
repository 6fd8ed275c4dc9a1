namespace MapTiler.Elevation;

/// <summary>What became of one place: its height, no height, or an error.</summary>
public sealed class ElevationResult
{
    /// <summary>The position of the place in the batch, from 0.</summary>
    public long Index { get; set; }

    /// <summary>The place.</summary>
    public LngLat Place { get; set; }

    /// <summary>The height above the sea; <see langword="null"/> if there is none or it failed.</summary>
    public double? Elevation { get; set; }

    /// <summary>Why the place failed, if it did. Places of one request share the error of their request.</summary>
    public MapTilerException? Error { get; set; }

    /// <inheritdoc/>
    public override string ToString() => $"{Place}: {(Error is { } error ? error.Reason.Value : Elevation is { } elevation ? FixedPoint.ToText(elevation) : "no data")}";
}
