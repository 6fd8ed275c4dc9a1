using System.Globalization;
using System.Text.RegularExpressions;
using ProjNet.CoordinateSystems;
using ProjNet.CoordinateSystems.Transformations;

namespace MapTiler.Emulator;

/// <summary>Takes points from one system to another, by ProjNET.</summary>
internal sealed partial class CoordinateTransformer
{
    private const double MaxCoordinate = 1e9;

    private readonly bool _isGeographic;
    private readonly MathTransform? _transform;

    /// <param name="source">Where points come from; one that can be computed with.</param>
    /// <param name="target">Where they go; one that can be computed with.</param>
    /// <param name="operations">What to use instead of the default ways to WGS 84.</param>
    public CoordinateTransformer(EpsgItem source, EpsgItem target, IReadOnlyCollection<EpsgOperation> operations)
    {
        _isGeographic = source.Kind == "CRS-GEOGCRS";
        if (source.Code == target.Code)
            return;
        var factory = new CoordinateSystemFactory();
        _transform = new CoordinateTransformationFactory()
            .CreateFromCoordinateSystems(factory.CreateFromWkt(Wkt(source, operations)), factory.CreateFromWkt(Wkt(target, operations)))
            .MathTransform;
    }

    /// <summary>Whether an operation starts from the datum of a system.</summary>
    public static bool IsFor(EpsgOperation operation, EpsgItem system) =>
        system.Wkt!.Contains(string.Create(CultureInfo.InvariantCulture, $"AUTHORITY[\"EPSG\",\"{operation.Source}\"]"), StringComparison.Ordinal);

    /// <summary>The point, or null where there is none.</summary>
    public (double X, double Y)? Transform(double x, double y)
    {
        if (_isGeographic && !Coordinates.AreValid(x, y))
            return null;
        if (_transform is null)
            return (x, y);
        try
        {
            var (resultX, resultY) = _transform.Transform(x, y);
            return Math.Abs(resultX) < MaxCoordinate && Math.Abs(resultY) < MaxCoordinate ? (resultX, resultY) : null;
        }
        catch (Exception error) when (error is ArgumentException or ArithmeticException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string Wkt(EpsgItem system, IReadOnlyCollection<EpsgOperation> operations)
    {
        var operation = operations.FirstOrDefault(o => IsFor(o, system));
        return operation is null
            ? system.Wkt!
            : DatumShift().Replace(system.Wkt!, $"TOWGS84[{string.Join(',', operation.ToWgs84.Select(v => v.ToString(CultureInfo.InvariantCulture)))}]");
    }

    [GeneratedRegex(@"TOWGS84\[[^\]]*\]", RegexOptions.CultureInvariant)]
    private static partial Regex DatumShift();
}
