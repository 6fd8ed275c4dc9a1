using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using ProjNet.CoordinateSystems;
using ProjNet.CoordinateSystems.Transformations;

namespace MapTiler.Emulator.Coordinates;

/// <summary>The transformations between one system and WGS 84, and which of them to use for a location.</summary>
internal sealed class DatumLinks(EpsgItem system, EpsgItem wgs84, IReadOnlyList<EpsgOperation> operations)
{
    private const int None = 0;

    private readonly EpsgOperation? _widest = EpsgOperation.Widest(operations, system.Bbox!);
    private readonly ConcurrentDictionary<int, DatumLink> _links = new();

    public bool IsGeographic => system.Kind == "CRS-GEOGCRS";

    /// <summary>Whether an operation starts from the datum of the system.</summary>
    public bool IsFor(EpsgOperation operation) =>
        system.Wkt!.Contains(string.Create(CultureInfo.InvariantCulture, $"AUTHORITY[\"EPSG\",\"{operation.Source}\"]"), StringComparison.Ordinal);

    /// <summary>The one by a certain operation.</summary>
    public DatumLink By(EpsgOperation? operation) => _links.GetOrAdd(operation?.Code ?? None, _ => DatumLink.By(operation, system, wgs84));

    /// <summary>
    /// The one that a point is taken by if no operation is listed. As PROJ chooses it: of the operations whose area contains the point
    /// the most accurate one, the first one of those alike, and one for the sea only where there is no other. Outside of all areas
    /// it is the widest one if that is made for the whole system; otherwise the datums are taken for the same.
    /// </summary>
    public DatumLink At(double longitude, double latitude)
    {
        if (operations.Count == 0)
            return By(null);
        return operations.Where(o => o.Covers(longitude, latitude)).MinBy(o => (o.IsOffshore, o.Accuracy)) is { } best ? By(best)
            : _widest!.Contains(system.Bbox!) ? By(_widest)
            : _links.GetOrAdd(None, _ => DatumLink.Ballpark(system));
    }

    /// <summary>The link for a point in the coordinates of the system.</summary>
    public DatumLink AtOwn(double x, double y)
    {
        var (longitude, latitude) = By(_widest).ToDegrees(x, y);
        return At(longitude, latitude);
    }
}

/// <summary>The transformation between one system and degrees on WGS 84 by one operation, in both directions.</summary>
internal sealed partial class DatumLink
{
    private static readonly CoordinateSystemFactory Systems = new();
    private static readonly CoordinateTransformationFactory Transformations = new();

    private readonly MathTransform? _toDegrees;
    private readonly MathTransform? _fromDegrees;

    private DatumLink(string degrees, string system)
    {
        if (degrees == system)
            return;
        var (from, to) = (Systems.CreateFromWkt(system), Systems.CreateFromWkt(degrees));
        _toDegrees = Transformations.CreateFromCoordinateSystems(from, to).MathTransform;
        _fromDegrees = Transformations.CreateFromCoordinateSystems(to, from).MathTransform;
    }

    /// <summary>By an operation, or by what the system is defined with if it needs none.</summary>
    public static DatumLink By(EpsgOperation? operation, EpsgItem system, EpsgItem wgs84) => new(wgs84.Wkt!, operation is null
        ? system.Wkt!
        : DatumShift().Replace(system.Wkt!, $"TOWGS84[{string.Join(',', operation.ToWgs84.Select(v => v.ToString(CultureInfo.InvariantCulture)))}]"));

    /// <summary>Without an operation: the degrees of the system are treated as those of WGS 84, as in PROJ.</summary>
    public static DatumLink Ballpark(EpsgItem system) => new(GeographicPart(system.Wkt!), system.Wkt!);

    public (double X, double Y) ToDegrees(double x, double y) => _toDegrees?.Transform(x, y) ?? (x, y);

    public (double X, double Y) FromDegrees(double longitude, double latitude) => _fromDegrees?.Transform(longitude, latitude) ?? (longitude, latitude);

    private static string GeographicPart(string wkt)
    {
        var start = wkt.IndexOf("GEOGCS[", StringComparison.Ordinal);
        var depth = 0;
        for (var i = start; i < wkt.Length; i++)
        {
            depth += wkt[i] switch { '[' => 1, ']' => -1, _ => 0 };
            if (depth == 0 && wkt[i] == ']')
                return wkt[start..(i + 1)];
        }

        return wkt;
    }

    [GeneratedRegex(@"TOWGS84\[[^\]]*\]", RegexOptions.CultureInvariant)]
    private static partial Regex DatumShift();
}
