using MapTiler.Geocoding;
using MapTiler.Maps;

namespace MapTiler.Tests.Urls;

/// <summary>What making an address may allocate.</summary>
public sealed partial class UrlWriterTests
{
    [Fact]
    public void Fill_allocates_one_string()
    {
        var template = new MapTilerUrlBuilder("k").MapTileTemplate(MapIds.StreetsV4, new RasterTileOptions { TileSize = 256 });
        var tile = new TileCoordinate(14, 8580, 5737);
        var length = template.Fill(tile).Length;

#if NETSTANDARD_BUILD
        const int Strings = 2; // there the characters are gathered in an array first
#else
        const int Strings = 1;
#endif
        Assert.InRange(BytesOf(() => template.Fill(tile)), 1, Strings * (22 + 2 * length + 8));
    }

    [Fact]
    public void GeocodingSearch_allocates_little_more_than_its_Uri()
    {
        var urls = new MapTilerUrlBuilder("k");
        var options = new GeocodingSearchOptions { Languages = ["de", "cs"], Limit = 3, Proximity = new LngLat(8.5417, 47.3769) };

        Assert.InRange(BytesOf(() => urls.GeocodingSearch("Praha 1, Šumavská 5/3; č. #2", options)), 1, 2048);
    }

    private static long BytesOf(Func<object> make)
    {
        const int Count = 1000;
        for (var i = 0; i < Count; i++)
            make();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Count; i++)
            make();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / Count;
    }
}
