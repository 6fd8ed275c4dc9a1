using MapTiler.Geocoding;
using MapTiler.StaticMaps;

namespace MapTiler.Benchmarks;

/// <summary>What every contestant gets.</summary>
internal static class Inputs
{
    public const string Query = "Praha 1, Šumavská 5/3; č. #2";

    public static readonly GeocodingSearchOptions Options = new() { Languages = ["de", "cs"], Limit = 3, Proximity = new LngLat(8.5417, 47.3769) };

    public static readonly LngLat[] Places = [.. Enumerable.Range(0, 20).Select(i => new LngLat(8.5 + i / 100.0, 47.4 - i / 100.0))];

    public static readonly StaticMapOptions StaticMap = new()
    {
        Width = 600,
        Height = 300,
        Markers = [new StaticMapMarkers([.. Places.Select(place => new StaticMapMarker(place, "#ff0000"))])],
    };

    /// <summary>A walk of so many places, the same as in node/peer.mjs.</summary>
    public static LngLat[] Walk(int count)
    {
        var (longitude, latitude, state) = (8.5, 47.4, 42L);
        double Random() => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648.0;
        return [.. Enumerable.Range(0, count).Select(_ => new LngLat(longitude += (Random() - 0.4) / 100, latitude += (Random() - 0.5) / 100))];
    }
}
