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

    /// <summary>Lines of so many locations, the same as in node/peer.mjs: each step in any direction, a slowly changing direction, and from one side to the other.</summary>
    public static (string Name, LngLat[] Points)[] Lines(int count)
    {
        var state = 42L;
        double Random() => (state = state * 48271 % 2147483647) / 2147483647.0;
        LngLat[] Line(Func<int, LngLat> next)
        {
            state = 42;
            return [.. Enumerable.Range(0, count).Select(next)];
        }

        var (x, y, dx, dy) = (8.5, 47.4, 0.0, 0.0);
        var walk = Line(_ => new LngLat(x += (Random() - 0.4) / 100, y += (Random() - 0.5) / 100));
        (x, y) = (8.5, 47.4);
        var coast = Line(_ => new LngLat(x += dx = dx * 0.95 + (Random() - 0.45) / 1000, y += dy = dy * 0.95 + (Random() - 0.5) / 1000));
        var zigzag = Line(i => new LngLat(8.5 + i / 1000.0, 47.4 + (i % 2 == 0 ? 1 : -1) * (0.5 + Random()) / 10));
        return [("walk", walk), ("coast", coast), ("zigzag", zigzag)];
    }
}
