using System.Text.Json;
using MapTiler.StaticMaps;

namespace MapTiler.Tests.StaticMaps;

public sealed class MapTilerUrlBuilderTests
{
    private static readonly MapTilerUrlBuilder Urls = new(Secrets.Key);
    private static readonly BoundingBox Bounds = new(0, 0, 1, 1);

    [Fact]
    public void StaticMapSrcSet_returns_the_URLs_of_both_resolutions()
    {
        var srcset = new MapTilerUrlBuilder("k").StaticMapSrcSet("m", new MapView(default, 3), new() { Width = 10, Height = 20, HighDpi = true });

        Assert.Equal("https://api.maptiler.com/maps/m/static/0,0,3/10x20.png?key=k 1x, https://api.maptiler.com/maps/m/static/0,0,3/10x20@2x.png?key=k 2x", srcset);
    }

    [Fact]
    public void StaticMapSrcSet_of_a_builder_that_signs_signs_each_URL()
    {
        var srcset = new MapTilerUrlBuilder(TestToken.Value).StaticMapSrcSet("m", new MapView(default, 3));

        Assert.All(srcset.Split(", "), candidate => Assert.Matches(@"^https://api\.maptiler\.com/maps/m/static/0,0,3/1024x1024(@2x)?\.png\?key=\w+&signature=[\w-]+= [12]x$", candidate));
        Assert.Equal(2, srcset.Split("signature=").Skip(1).Select(part => part[..44]).Distinct().Count());
    }

    [Fact]
    public void StaticMap_with_an_invalid_option_throws()
    {
        static StaticMapOptions Sized(int width, int height) => new() { Width = width, Height = height };

        Assert.Throws<ArgumentOutOfRangeException>("options", () => Urls.StaticMap("m", new MapView(default, 3), Sized(2049, 1)));
        Assert.Throws<ArgumentOutOfRangeException>("options", () => Urls.StaticMap("m", new MapView(default, 3), Sized(0, 1)));
        Assert.Throws<ArgumentOutOfRangeException>("options", () => Urls.StaticMap("m", new MapView(default, 3), Sized(1, 2049)));
        Assert.Throws<ArgumentException>("area", () => Urls.StaticMap("m", StaticMapArea.Auto));
        Assert.Throws<ArgumentException>("options", () => Urls.StaticMap("m", new MapView(default, 3), new() { Padding = 0.1 }));
        Assert.Throws<ArgumentOutOfRangeException>("options", () => Urls.StaticMap("m", new BoundingBox(0, 0, 1, 1), new() { Padding = double.NaN }));
        Assert.Throws<ArgumentOutOfRangeException>("area", () => Urls.StaticMap("m", new MapView(new LngLat(181, 0), 3)));
        Assert.Throws<ArgumentOutOfRangeException>("area", () => Urls.StaticMap("m", new BoundingBox(-181, 0, 1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>("options", () => Urls.StaticMap("m", new MapView(default, 3), new() { AttributionPosition = (AttributionPosition)9 }));
        Assert.Throws<ArgumentOutOfRangeException>("options", () => Urls.StaticMap("m", StaticMapArea.Auto, new() { Paths = [new([new(0, 0), new(1, 1)]) { Width = -1 }] }));
        Assert.Throws<ArgumentOutOfRangeException>("options", () => Urls.StaticMap("m", StaticMapArea.Auto, new() { Markers = [new(default(LngLat)) { Icon = new(new Uri("https://a.example")) { Scale = 0 } }] }));
        Assert.Throws<ArgumentOutOfRangeException>("options", () => Urls.StaticMap("m", Bounds, new() { Height = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>("area", () => Urls.StaticMap("m", new BoundingBox(170, 0, 181, 1)));
        Assert.Throws<ArgumentOutOfRangeException>("options", () => Urls.StaticMap("m", Bounds, new() { Markers = [Marker(new(new Uri("https://a.example")) { Anchor = (IconAnchor)99 })] }));
    }

    [Fact]
    public void StaticMapUrl_ToString_does_not_contain_the_key_and_is_not_a_url() =>
        Assert.Equal("StaticMapUrl { Uri = https://api.maptiler.com/maps/m/static/0,0,3/1024x1024.png?... }", Urls.StaticMap("m", new MapView(default, 3)).ToString());

    [Fact]
    public void StaticMapUrl_serialized_as_JSON_does_not_contain_the_key() =>
        Assert.DoesNotContain(Secrets.Key, JsonSerializer.Serialize(new MapTilerUrlBuilder(Secrets.Key).StaticMap("m", new MapView(default, 3))), StringComparison.Ordinal);

    [Theory, MemberData(nameof(Cultures.Names), MemberType = typeof(Cultures))]
    public void Results_ToString_in_any_culture_returns_invariant_numbers(string culture)
    {
        Assert.Equal("3 of 5 points, tolerance 0.5", Cultures.In(culture, () => new PathReduction { PointCount = 5, KeptPointCount = 3, Tolerance = 0.5 }.ToString()));
        Assert.Equal(new MapView(new LngLat(-8.5, 47), 3.5).ToString(), Cultures.In(culture, () => StaticMapArea.Around(new MapView(new LngLat(-8.5, 47), 3.5)).ToString()));
        Assert.Equal("-8.5,-1,0.5,1", Cultures.In(culture, () => StaticMapArea.Within(new BoundingBox(-8.5, -1, 0.5, 1)).ToString()));
        Assert.Equal("auto", Cultures.In(culture, () => StaticMapArea.Auto.ToString()));
    }

    private static StaticMapMarkers Marker(StaticMapIcon icon) => new(default(LngLat)) { Icon = icon };
}
