using NetTopologySuite;
using NetTopologySuite.Geometries;

namespace MapTiler.NetTopologySuite;

/// <summary>The factory where the user names none.</summary>
internal static class Factories
{
    private const int Wgs84 = 4326;

    public static GeometryFactory OrDefault(GeometryFactory? factory) => factory ?? NtsGeometryServices.Instance.CreateGeometryFactory(Wgs84);
}
