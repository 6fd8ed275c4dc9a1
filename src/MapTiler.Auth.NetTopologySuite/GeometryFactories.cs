using NetTopologySuite;
using NetTopologySuite.Geometries;

namespace MapTiler.NetTopologySuite;

/// <summary>Provides the default geometry factory.</summary>
internal static class GeometryFactories
{
    private const int Wgs84 = 4326;

    public static GeometryFactory OrDefault(GeometryFactory? factory) => factory ?? NtsGeometryServices.Instance.CreateGeometryFactory(Wgs84);
}
