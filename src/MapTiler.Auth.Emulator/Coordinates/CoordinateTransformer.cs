using MapTiler.Emulator.World;

namespace MapTiler.Emulator.Coordinates;

/// <summary>Transforms points from one system to another via WGS 84, with ProjNET.</summary>
/// <param name="source">The system of the points.</param>
/// <param name="target">The system of the results.</param>
/// <param name="operations">The operations to use instead of the best ones for a location.</param>
internal sealed class CoordinateTransformer(DatumLinks source, DatumLinks target, IReadOnlyCollection<EpsgOperation> operations)
{
    private const double MaxCoordinate = 1e9;

    private readonly DatumLink? _fromSource = Listed(source, operations);
    private readonly DatumLink? _toTarget = Listed(target, operations);

    /// <summary>The point, or null if it cannot be computed.</summary>
    public (double X, double Y)? Transform(double x, double y)
    {
        if (source.IsGeographic && !CoordinateParser.AreValid(x, y))
            return null;
        if (source == target)
            return (x, y);
        try
        {
            var (longitude, latitude) = (_fromSource ?? source.AtOwn(x, y)).ToDegrees(x, y);
            var (resultX, resultY) = (_toTarget ?? target.At(longitude, latitude)).FromDegrees(longitude, latitude);
            return Math.Abs(resultX) < MaxCoordinate && Math.Abs(resultY) < MaxCoordinate ? (resultX, resultY) : null;
        }
        catch (Exception error) when (error is ArgumentException or ArithmeticException or InvalidOperationException)
        {
            return null;
        }
    }

    private static DatumLink? Listed(DatumLinks links, IReadOnlyCollection<EpsgOperation> operations) =>
        operations.FirstOrDefault(links.IsFor) is { } operation ? links.By(operation) : null;
}
