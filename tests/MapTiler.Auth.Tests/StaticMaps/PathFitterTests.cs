using System.Globalization;
using CsCheck;
using MapTiler.StaticMaps;

namespace MapTiler.Tests.StaticMaps;

public sealed class PathFitterTests
{
    private const int MaxLength = 8192 - 256;

    private static readonly MapTilerUrlBuilder Urls = new();

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 20)];

    [Theory]
    [InlineData(300)]
    [InlineData(1000)]
    [InlineData(5000)]
    [InlineData(100_000)]
    public void StaticMap_with_a_long_path_removes_points_until_the_URL_fits(int count)
    {
        var points = Walk(count);

        var map = Urls.StaticMap("base-v4", StaticMapArea.Auto, new() { Paths = [new(points)] });

        Assert.InRange(map.Uri.AbsoluteUri.Length, 1000, 8192);
        var reduction = Assert.Single(map.Paths);
        Assert.Equal(count, reduction.PointCount);
        Assert.Equal(count > 1000, reduction.IsReduced);
        Assert.Equal(reduction.IsReduced, reduction.Tolerance > 0);
        var kept = PathsOf(map.Uri).Single();
        Assert.Equal(reduction.KeptPointCount, kept.Count);
        Assert.Equal((Rounded(points[0]), Rounded(points[^1])), (Rounded(kept[0]), Rounded(kept[^1])));
        if (reduction.IsReduced)
            Assert.InRange(map.Uri.AbsoluteUri.Length, 7500, 8192); // the available length is used
    }

    [Fact]
    public void StaticMap_with_a_path_of_5000_points_allocates_as_little_as_a_few_encodings()
    {
        var points = Walk(5000);

        var one = Allocated(() => Uri.EscapeDataString(Polyline.Encode(points)));
        var fitted = Allocated(() => Urls.StaticMap("base-v4", StaticMapArea.Auto, new() { Paths = [new(points)] }));

        // The points are removed one by one, but encoded once.
        Assert.InRange(fitted / (double)one, 0.5, 5);

        static long Allocated(Action action)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            action();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void StaticMap_with_a_long_path_keeps_the_corner_of_the_line()
    {
        // A straight line with one corner, and noise far below it.
        LngLat[] points = [.. Enumerable.Range(0, 4000).Select(i => new LngLat(i < 2000 ? i / 1000.0 : (4000 - i) / 1000.0, i / 1000.0 + (i % 2) * 1e-5))];

        var kept = PathsOf(Urls.StaticMap("m", StaticMapArea.Auto, new() { Paths = [new(points)] }).Uri).Single();

        Assert.Contains(kept, point => Math.Abs(point.Longitude - 2) < 0.002 && Math.Abs(point.Latitude - 2) < 0.002);
    }

    [Fact]
    public void StaticMap_with_several_paths_shares_the_length_and_keeps_areas_closed()
    {
        var ring = Walk(3000);
        ring[^1] = ring[0];

        var map = Urls.StaticMap("m", StaticMapArea.Auto, new() { Paths = [new(ring) { Fill = "red" }, new(Walk(2000)), new([new(0, 0), new(1, 1)])] });

        Assert.InRange(map.Uri.AbsoluteUri.Length, 7500, 8192);
        Assert.True(map.Paths[0].KeptPointCount > map.Paths[1].KeptPointCount);
        Assert.Equal("2 of 2 points, tolerance 0", map.Paths[2].ToString());
        var first = PathsOf(map.Uri)[0];
        Assert.Equal(first[0], first[^1]);
    }

    [Fact]
    public void StaticMap_with_a_path_that_fits_writes_it_unencoded()
    {
        var map = Urls.StaticMap("m", StaticMapArea.Auto, new() { Paths = [new(Walk(100))] });

        Assert.Equal("100 of 100 points, tolerance 0", Assert.Single(map.Paths).ToString());
        Assert.DoesNotContain("enc:", map.Uri.Query, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void StaticMap_with_one_character_too_many_encodes_the_path(int tooMany, bool isEncoded)
    {
        StaticMapPath path = new([new(1.12345678, 2.12345678), new(3.12345678, 4.12345678)]);
        var plain = Length(new() { Paths = [path], Markers = [Filler(1)] });

        var map = Urls.StaticMap("m", StaticMapArea.Auto, new() { Paths = [path], Markers = [Filler(1 + MaxLength - plain + tooMany)] });

        Assert.Equal(isEncoded, map.Uri.Query.Contains("enc:", StringComparison.Ordinal));
        Assert.Equal(isEncoded ? MaxLength + 1 - "1.12345678,2.12345678%7C3.12345678,4.12345678".Length + Encoded(path.Points).Length : MaxLength, map.Uri.AbsoluteUri.Length);
        Assert.Equal("2 of 2 points, tolerance 0", Assert.Single(map.Paths).ToString());
    }

    [Theory]
    [InlineData(0, 100)]
    [InlineData(1, 99)]
    public void StaticMap_with_one_encoded_character_too_many_removes_one_point(int tooMany, int kept)
    {
        LngLat[] points = [.. Enumerable.Range(0, 100).Select(i => new LngLat(i, i * i / 200.0))];
        var bare = Length(new() { Paths = [new([new(0, 0), new(1, 0)])], Markers = [Filler(1)] }) - "0,0%7C1,0".Length;

        var map = Urls.StaticMap("m", StaticMapArea.Auto, new() { Paths = [new(points)], Markers = [Filler(1 + MaxLength - bare - Encoded(points).Length + tooMany)] });

        Assert.Equal(kept, Assert.Single(map.Paths).KeptPointCount);
        Assert.InRange(map.Uri.AbsoluteUri.Length, MaxLength - 30, MaxLength);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void StaticMap_with_a_long_path_keeps_as_many_points_as_fit(int seed)
    {
        var random = new Random(seed);
        LngLat[] points = [.. Enumerable.Range(0, 2500).Select(i => new LngLat(i / 100.0, random.NextDouble()))];

        var map = Urls.StaticMap("m", StaticMapArea.Auto, new() { Paths = [new(points)], HighDpi = true, AttributionPosition = AttributionPosition.TopLeft, Padding = 0.25, Shortest = false });

        var more = LineSimplifier.Simplify(points, map.Paths[0].KeptPointCount + 1);
        var kept = LineSimplifier.Simplify(points, map.Paths[0].KeptPointCount);
        Assert.InRange(map.Uri.AbsoluteUri.Length, MaxLength - Encoded(more).Length + Encoded(kept).Length + 1, MaxLength);
        Assert.EndsWith("/static/auto/1024x1024@2x.png", map.Uri.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public void StaticMap_with_long_paths_returns_their_tolerance_and_shares_the_points_in_proportion()
    {
        var random = new Random(7);
        LngLat[][] lines = [.. new[] { 3000, 1500 }.Select(count => Enumerable.Range(0, count).Select(i => new LngLat(i / 1000.0, random.NextDouble())).ToArray())];

        var map = Urls.StaticMap("m", StaticMapArea.Auto, new() { Paths = [.. lines.Select(line => new StaticMapPath(line))] });

        Assert.Equal(lines.Zip(map.Paths).Select(pair => Tolerance(pair.First, pair.Second.KeptPointCount)), map.Paths.Select(path => path.Tolerance));
        Assert.InRange(map.Paths[0].KeptPointCount, 2 * map.Paths[1].KeptPointCount, 2 * map.Paths[1].KeptPointCount + 1);
    }

    [Fact]
    public void Fit_returns_the_first_reduction_that_is_short_enough_when_it_is_encoded() =>
        Gen.Select(Gen.Select(Gen.Double[-180, 180], Gen.Double[-2, 2], (lng, lat) => new LngLat(Math.Round(lng, 3), lat)).Array[3, 60].Array[1, 4], Gen.Int[0, 1500]).Sample((lines, maxLength) =>
        {
            StaticMapPath[] paths = [.. lines.Select(line => new StaticMapPath(line))];
            int[] counts = [.. lines.Select(line => new LineReduction(line).Count)];
            var total = counts.Sum();
            string[] Encode(int kept) => [.. lines.Select((line, i) => Encoded(LineSimplifier.Simplify(line, Math.Max(2, counts[i] * kept / total))))];

            var (encoded, reductions) = new PathFitter(paths).Fit(maxLength);

            var expected = Enumerable.Range(0, total + 1).Reverse().Select(Encode).FirstOrDefault(strings => strings.Sum(s => s.Length) <= maxLength) ?? Encode(0);
            return encoded.SequenceEqual(expected) && reductions.Select(path => path.KeptPointCount).SequenceEqual(encoded.Select(s => Polyline.Decode(Uri.UnescapeDataString(s["enc:".Length..])).Count));
        }, iter: 500);

    [Theory]
    [InlineData(500)]
    [InlineData(20_000)] // takes minutes if the share of each path is computed for each removed point
    public void StaticMap_with_more_paths_than_fit_throws_UriTooLong(int count)
    {
        var walk = Walk(10);

        var error = Assert.Throws<MapTilerException>(() => Urls.StaticMap("m", StaticMapArea.Auto, new() { Paths = [.. Enumerable.Range(0, count).Select(i => new StaticMapPath(walk))] }));

        Assert.Equal(MapTilerErrorReason.UriTooLong, error.Reason);
    }

    private static int Length(StaticMapOptions options) => Urls.StaticMap("m", StaticMapArea.Auto, options).Uri.AbsoluteUri.Length;

    private static string Encoded(IReadOnlyList<LngLat> points) => "enc:" + Uri.EscapeDataString(Polyline.Encode(points));

    /// <summary>A marker whose icon URL has a path of this length.</summary>
    private static StaticMapMarkers Filler(int length) => new(default(LngLat)) { Icon = new(new Uri("https://a.example/" + new string('i', length))) };

    private static double Tolerance(LngLat[] line, int count)
    {
        var reduction = new LineReduction(line);
        while (reduction.Count > count)
            reduction.RemoveLeast();
        return reduction.Tolerance;
    }

    private static LngLat[] Walk(int count)
    {
        var random = new Random(42);
        var (longitude, latitude) = (8.5, 47.4);
        return [.. Enumerable.Range(0, count).Select(_ => new LngLat(longitude += (random.NextDouble() - 0.4) / 100, latitude += (random.NextDouble() - 0.5) / 100))
            .Select(point => new LngLat(point.Wrap().Longitude, Math.Clamp(point.Latitude, -85, 85)))];
    }

    private static List<IReadOnlyList<LngLat>> PathsOf(Uri uri) => [.. uri.Query.TrimStart('?').Split('&').Where(item => item.StartsWith("path=", StringComparison.Ordinal)).Select(item =>
    {
        var value = Uri.UnescapeDataString(item["path=".Length..]);
        return value.IndexOf("enc:", StringComparison.Ordinal) is >= 0 and var start ? Polyline.Decode(value[(start + 4)..]) : [.. value.Split('|').Skip(1).Select(Location)];
    })];

    private static LngLat Location(string pair) => new(double.Parse(pair.Split(',')[0], CultureInfo.InvariantCulture), double.Parse(pair.Split(',')[1], CultureInfo.InvariantCulture));

    private static (double, double) Rounded(LngLat point) => (Math.Round(point.Longitude, 4), Math.Round(point.Latitude, 4));
}
