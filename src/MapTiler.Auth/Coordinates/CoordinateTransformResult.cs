namespace MapTiler.Coordinates;

/// <summary>The result of one point of a batch: the transformed point, no point, or an error.</summary>
public sealed class CoordinateTransformResult : IBatchResult
{
    /// <summary>The index of the point in the batch, from 0.</summary>
    public long Index { get; set; }

    /// <summary>The point in the source system.</summary>
    public ProjectedPoint Source { get; set; }

    /// <summary>The point in the target system; <see langword="null"/> if it does not exist there or the request failed.</summary>
    public ProjectedPoint? Point { get; set; }

    /// <summary>How the service selected the transformation, such as <c>auto</c>.</summary>
    public string? SelectionStrategy { get; set; }

    /// <summary>The error; <see langword="null"/> if the point was transformed or has no result.</summary>
    public MapTilerException? Error { get; set; }

    /// <summary>Returns the source point with the transformed point or error.</summary>
    public override string ToString() => $"{Source} -> {Error?.Reason.ToString() ?? Point?.ToString() ?? "none"}";
}
