namespace MapTiler.Coordinates;

/// <summary>What became of one point: a point in the other system, none, or an error.</summary>
public sealed class CoordinateTransformResult
{
    /// <summary>The position of the point in the batch, from 0.</summary>
    public long Index { get; set; }

    /// <summary>The point as it was given.</summary>
    public ProjectedPoint Source { get; set; }

    /// <summary>The point in the other system; <see langword="null"/> if it has none there or failed.</summary>
    public ProjectedPoint? Point { get; set; }

    /// <summary>How the service chose the transformation, such as <c>auto</c>.</summary>
    public string? SelectionStrategy { get; set; }

    /// <summary>Why the point failed, if it did. Points of one request share the error of their request.</summary>
    public MapTilerException? Error { get; set; }

    /// <inheritdoc/>
    public override string ToString() => $"{Source} -> {Point?.ToString() ?? Error?.Reason.Value ?? "none"}";
}
