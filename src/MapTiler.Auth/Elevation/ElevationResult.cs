namespace MapTiler.Elevation;

/// <summary>What became of one place: its height, no height, or an error.</summary>
public sealed record ElevationResult
{
    /// <summary>The position of the place in the batch, from 0.</summary>
    public required long Index { get; init; }

    /// <summary>The place.</summary>
    public required LngLat Place { get; init; }

    /// <summary>The height above the sea; <see langword="null"/> if there is none or it failed.</summary>
    public double? Elevation { get; init; }

    /// <summary>Why the place failed, if it did. Places of one request share the error of their request.</summary>
    public MapTilerException? Error { get; init; }
}
