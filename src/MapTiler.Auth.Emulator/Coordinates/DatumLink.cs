using System.Globalization;
using System.Text.RegularExpressions;
using ProjNet.CoordinateSystems;
using ProjNet.CoordinateSystems.Transformations;

namespace MapTiler.Emulator;

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
