namespace MapTiler.Emulator;

/// <summary>
/// A line, or a ring without a copy of its first point at the end. A ring runs clockwise on the screen around an area and the other way
/// around a hole.
/// </summary>
internal sealed class MercatorPath
{
    private readonly MercatorPoint[] _points;
    private readonly bool _isEndless;

    private MercatorPath(MercatorPoint[] points, bool isEndless)
    {
        _points = points;
        _isEndless = isEndless;
        Bounds = MercatorBounds.Around(points);
    }

    public ReadOnlySpan<MercatorPoint> Points => _points;

    public MercatorBounds Bounds { get; }

    public static MercatorPath Line(MercatorPoint[] points) => new(points, isEndless: false);

    /// <param name="points">Of the ring, in either direction.</param>
    /// <param name="isHole">Whether it surrounds what does not belong to the area.</param>
    /// <param name="isEndless">Whether it already contains its copies in the neighboring worlds.</param>
    public static MercatorPath Ring(MercatorPoint[] points, bool isHole, bool isEndless = false)
    {
        if (RingMath.Area(points) > 0 == isHole)
            Array.Reverse(points);
        return new(points, isEndless);
    }

    /// <summary>The offsets, in whole worlds, by which the path has to be moved to be seen wherever it belongs in a bounding box.</summary>
    public IEnumerable<int> WorldOffsetsWithin(MercatorBounds bounds)
    {
        if (Bounds.Top > bounds.Bottom || Bounds.Bottom < bounds.Top)
            yield break;
        var (first, last) = _isEndless ? (0, 0) : ((int)Math.Ceiling(bounds.Left - Bounds.Right), (int)Math.Floor(bounds.Right - Bounds.Left));
        for (var worldOffset = first; worldOffset <= last; worldOffset++)
            yield return worldOffset;
    }

    /// <summary>The path in fewer points, none further off than the tolerance; null if nothing is left to be seen.</summary>
    public MercatorPath? SimplifyLine(double tolerance) =>
        Simplification.Line(_points, tolerance) is { Length: >= 2 } points ? new(points, _isEndless) : null;

    /// <inheritdoc cref="SimplifyLine"/>
    public MercatorPath? SimplifyRing(double tolerance) =>
        Math.Max(Bounds.Right - Bounds.Left, Bounds.Bottom - Bounds.Top) > 2 * tolerance
        && Simplification.Ring(_points, tolerance) is { Length: >= 3 } points
        && RingMath.Area(points) > 0 == RingMath.Area(_points) > 0
            ? new(points, _isEndless)
            : null;
}
