using System.Globalization;
using MapTiler.StaticMaps;

namespace MapTiler.Tests.StaticMaps;

public class StaticMapTests
{
    private static readonly MapTilerUrlBuilder Urls = new(Secrets.Key);

    [Theory]
    [InlineData(300)]
    [InlineData(1000)]
    [InlineData(5000)]
    [InlineData(100_000)]
    public void A_long_path_is_shortened_until_it_fits(int count)
    {
        var points = Walk(count);

        var map = Urls.StaticMap("base-v4", StaticMapArea.Auto, new() { Paths = [new(points)] });

        Assert.InRange(map.Uri.AbsoluteUri.Length, 1000, 8192);
        var reduction = Assert.Single(map.Paths);
        Assert.Equal(count, reduction.Points);
        Assert.Equal(count > 1000, reduction.IsReduced);
        Assert.Equal(reduction.IsReduced, reduction.Tolerance > 0);
        var kept = PathsOf(map.Uri).Single();
        Assert.Equal(reduction.KeptPoints, kept.Count);
        Assert.Equal((Rounded(points[0]), Rounded(points[^1])), (Rounded(kept[0]), Rounded(kept[^1])));
        if (reduction.IsReduced)
            Assert.InRange(map.Uri.AbsoluteUri.Length, 7500, 8192); // the room is used
    }

    [Fact]
    public void A_path_of_5000_locations_is_fitted_by_bisection()
    {
        var points = Walk(5000);

        var one = Allocated(() => Uri.EscapeDataString(Polyline.Encode(points)));
        var fitted = Allocated(() => Urls.StaticMap("base-v4", StaticMapArea.Auto, new() { Paths = [new(points)] }));

        // 13 encodings of ever fewer locations, and the ranking. Thousands would be needed without bisection.
        Assert.InRange(fitted / (double)one, 1, 50);

        static long Allocated(Action action)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            action();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void What_is_kept_is_what_shapes_the_line()
    {
        // A straight line with one corner, and noise far below it.
        LngLat[] points = [.. Enumerable.Range(0, 4000).Select(i => new LngLat(i < 2000 ? i / 1000.0 : (4000 - i) / 1000.0, i / 1000.0 + (i % 2) * 1e-5))];

        var kept = PathsOf(Urls.StaticMap("m", StaticMapArea.Auto, new() { Paths = [new(points)] }).Uri).Single();

        Assert.Contains(kept, place => Math.Abs(place.Longitude - 2) < 0.002 && Math.Abs(place.Latitude - 2) < 0.002);
    }

    [Fact]
    public void Several_paths_share_the_room_and_areas_stay_closed()
    {
        var ring = Walk(3000);
        ring[^1] = ring[0];

        var map = Urls.StaticMap("m", StaticMapArea.Auto, new() { Paths = [new(ring) { Fill = "red" }, new(Walk(2000)), new([new(0, 0), new(1, 1)])] });

        Assert.InRange(map.Uri.AbsoluteUri.Length, 7500, 8192);
        Assert.True(map.Paths[0].KeptPoints > map.Paths[1].KeptPoints);
        Assert.Equal(new PathReduction(2, 2, 0), map.Paths[2]);
        var first = PathsOf(map.Uri)[0];
        Assert.Equal(first[0], first[^1]);
    }

    [Fact]
    public void A_path_that_fits_is_written_as_it_is()
    {
        var map = Urls.StaticMap("m", StaticMapArea.Auto, new() { Paths = [new(Walk(100))] });

        Assert.Equal([new PathReduction(100, 100, 0)], map.Paths);
        Assert.DoesNotContain("enc:", map.Uri.Query, StringComparison.Ordinal);
    }

    [Fact]
    public void More_paths_than_an_address_holds_are_too_long()
    {
        var error = Assert.Throws<MapTilerException>(() => Urls.StaticMap("m", StaticMapArea.Auto, new() { Paths = [.. Enumerable.Range(0, 500).Select(i => new StaticMapPath(Walk(10)))] }));

        Assert.Equal(MapTilerErrorReason.UriTooLong, error.Reason);
    }

    [Fact]
    public void A_srcset_names_both_resolutions()
    {
        var srcset = new MapTilerUrlBuilder("k").StaticMapSrcSet("m", new MapView(3, default), new() { Width = 10, Height = 20, HighDpi = true });

        Assert.Equal("https://api.maptiler.com/maps/m/static/0,0,3/10x20.png?key=k 1x, https://api.maptiler.com/maps/m/static/0,0,3/10x20@2x.png?key=k 2x", srcset);
    }

    [Fact]
    public void A_signed_srcset_signs_each_address()
    {
        var srcset = new MapTilerUrlBuilder(TestToken.Value).StaticMapSrcSet("m", new MapView(3, default));

        Assert.All(srcset.Split(", "), candidate => Assert.Matches(@"^https://api\.maptiler\.com/maps/m/static/0,0,3/1024x1024(@2x)?\.png\?key=\w+&signature=[\w-]+= [12]x$", candidate));
        Assert.Equal(2, srcset.Split("signature=").Skip(1).Select(part => part[..44]).Distinct().Count());
    }

    [Fact]
    public void What_cannot_be_drawn_is_refused()
    {
        StaticMapOptions Sized(int width, int height) => new() { Width = width, Height = height };

        Assert.Throws<ArgumentOutOfRangeException>("Width", () => Urls.StaticMap("m", new MapView(3, default), Sized(2049, 1)));
        Assert.Throws<ArgumentOutOfRangeException>("Width", () => Urls.StaticMap("m", new MapView(3, default), Sized(0, 1)));
        Assert.Throws<ArgumentOutOfRangeException>("Height", () => Urls.StaticMap("m", new MapView(3, default), Sized(1, 2049)));
        Assert.Throws<ArgumentException>("area", () => Urls.StaticMap("m", StaticMapArea.Auto));
        Assert.Throws<ArgumentException>("Padding", () => Urls.StaticMap("m", new MapView(3, default), new() { Padding = 0.1 }));
        Assert.Throws<ArgumentOutOfRangeException>("Padding", () => Urls.StaticMap("m", new BoundingBox(0, 0, 1, 1), new() { Padding = double.NaN }));
        Assert.Throws<ArgumentOutOfRangeException>("area", () => Urls.StaticMap("m", new MapView(3, new LngLat(181, 0))));
        Assert.Throws<ArgumentOutOfRangeException>("area", () => Urls.StaticMap("m", new BoundingBox(-181, 0, 1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>("position", () => Urls.StaticMap("m", new MapView(3, default), new() { Attribution = (AttributionPosition)9 }));
        Assert.Throws<ArgumentException>("markers", () => new StaticMapMarkers());
        Assert.Throws<ArgumentOutOfRangeException>("location", () => new StaticMapMarker(new LngLat(181, 0)));
        Assert.Throws<ArgumentException>("points", () => new StaticMapPath([]));
        Assert.Throws<ArgumentException>("points", () => new StaticMapPath([new(1, 2)]));
        Assert.Throws<ArgumentException>("points", () => new StaticMapPath([new(1, 2), new(1, 2), new(1, 2)]));
        Assert.Throws<ArgumentOutOfRangeException>("points", () => new StaticMapPath([new(179, 0), new(181, 0)]));
        Assert.Throws<ArgumentException>("uri", () => new StaticMapIcon(new Uri("file:///etc/passwd")));
        Assert.Throws<ArgumentException>("uri", () => new StaticMapIcon(new Uri("i.png", UriKind.Relative)));
        Assert.Throws<ArgumentOutOfRangeException>("Width", () => Urls.StaticMap("m", StaticMapArea.Auto, new() { Paths = [new([new(0, 0), new(1, 1)]) { Width = -1 }] }));
        Assert.Throws<ArgumentOutOfRangeException>("Scale", () => Urls.StaticMap("m", StaticMapArea.Auto, new() { Markers = [new(default(LngLat)) { Icon = new(new Uri("https://a.example")) { Scale = 0 } }] }));
    }

    [Fact]
    public void An_address_prints_no_key() => Assert.DoesNotContain(Secrets.Key, Urls.StaticMap("m", new MapView(3, default)).ToString(), StringComparison.Ordinal);

    private static LngLat[] Walk(int count)
    {
        var random = new Random(42);
        var (longitude, latitude) = (8.5, 47.4);
        return [.. Enumerable.Range(0, count).Select(_ => new LngLat(longitude += (random.NextDouble() - 0.4) / 100, latitude += (random.NextDouble() - 0.5) / 100))
            .Select(place => new LngLat(place.Wrap().Longitude, Math.Clamp(place.Latitude, -85, 85)))];
    }

    private static List<IReadOnlyList<LngLat>> PathsOf(Uri uri) => [.. uri.Query.TrimStart('?').Split('&').Where(item => item.StartsWith("path=", StringComparison.Ordinal)).Select(item =>
    {
        var text = Uri.UnescapeDataString(item["path=".Length..]);
        return text.IndexOf("enc:", StringComparison.Ordinal) is >= 0 and var start ? Polyline.Decode(text[(start + 4)..]) : [.. text.Split('|').Skip(1).Select(Place)];
    })];

    private static LngLat Place(string text) => new(double.Parse(text.Split(',')[0], CultureInfo.InvariantCulture), double.Parse(text.Split(',')[1], CultureInfo.InvariantCulture));

    private static (double, double) Rounded(LngLat place) => (Math.Round(place.Longitude, 4), Math.Round(place.Latitude, 4));
}
