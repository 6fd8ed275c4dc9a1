using MapTiler.GeoJson;
using MapTiler.Geocoding;
using NetTopologySuite.Geometries;

namespace MapTiler.NetTopologySuite.Tests;

/// <summary>The snippet of the README, so that it compiles.</summary>
internal static class Snippets
{
    public static async Task<(bool, GeoJsonGeometry)> CompareAsync(GeocodingClient geocoding, string id, CancellationToken ct)
    {
        var zurich = await geocoding.GetByIdAsync(id, cancellationToken: ct);
        Geometry area = zurich!.Geometry!.ToGeometry(); // SRID 4326
        bool isInside = area.Contains(new LngLat(8.5417, 47.3769).ToPoint());
        GeoJsonGeometry hull = area.ConvexHull().ToGeoJson();
        return (isInside, hull);
    }
}
