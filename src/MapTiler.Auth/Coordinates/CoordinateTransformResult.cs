namespace MapTiler.Coordinates;

/// <summary>What became of one point: a point in the other system, none, or an error.</summary>
public sealed record CoordinateTransformResult
{
    /// <summary>The position of the point in the batch, from 0.</summary>
    public required long Index { get; init; }

    /// <summary>The point as it was given.</summary>
    public required ProjectedPoint Source { get; init; }

    /// <summary>The point in the other system; <see langword="null"/> if it has none there or failed.</summary>
    public ProjectedPoint? Point { get; init; }

    /// <summary>How the service chose the transformation, such as <c>auto</c>.</summary>
    public string? SelectionStrategy { get; init; }

    /// <summary>Why the point failed, if it did. Points of one request share the error of their request.</summary>
    public MapTilerException? Error { get; init; }
}
