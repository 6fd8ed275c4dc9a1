using MapTiler.StaticMaps;

namespace MapTiler.Tests.StaticMaps;

public class PathRoomTests
{
    private const int MaxLength = 8192 - 256;

    private static readonly MapTilerUrlBuilder Urls = new();

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void A_path_is_encoded_from_the_first_character_too_many(int tooMany, bool isEncoded)
    {
        StaticMapPath path = new([new(1.12345678, 2.12345678), new(3.12345678, 4.12345678)]);
        var plain = Length(new() { Paths = [path], Markers = [Filler(1)] });

        var map = Urls.StaticMap("m", StaticMapArea.Auto, new() { Paths = [path], Markers = [Filler(1 + MaxLength - plain + tooMany)] });

        Assert.Equal(isEncoded, map.Uri.Query.Contains("enc:", StringComparison.Ordinal));
        Assert.Equal(isEncoded ? MaxLength + 1 - "1.12345678,2.12345678%7C3.12345678,4.12345678".Length + Encoded(path.Points).Length : MaxLength, map.Uri.AbsoluteUri.Length);
        Assert.Equal([new PathReduction(2, 2, 0)], map.Paths);
    }

    [Theory]
    [InlineData(0, 100)]
    [InlineData(1, 99)]
    public void A_path_loses_a_place_from_the_first_character_too_many(int tooMany, int kept)
    {
        LngLat[] points = [.. Enumerable.Range(0, 100).Select(i => new LngLat(i, i * i / 200.0))];
        var bare = Length(new() { Paths = [new([new(0, 0), new(1, 0)])], Markers = [Filler(1)] }) - "0,0%7C1,0".Length;

        var map = Urls.StaticMap("m", StaticMapArea.Auto, new() { Paths = [new(points)], Markers = [Filler(1 + MaxLength - bare - Encoded(points).Length + tooMany)] });

        Assert.Equal(kept, Assert.Single(map.Paths).KeptPoints);
        Assert.InRange(map.Uri.AbsoluteUri.Length, MaxLength - 30, MaxLength);
    }

    [Fact]
    public void As_many_places_are_kept_as_there_is_room_for()
    {
        foreach (var seed in Enumerable.Range(0, 20))
        {
            var random = new Random(seed);
            LngLat[] points = [.. Enumerable.Range(0, 2500).Select(i => new LngLat(i / 100.0, random.NextDouble()))];

            var map = Urls.StaticMap("m", StaticMapArea.Auto, new() { Paths = [new(points)], HighDpi = true, Attribution = AttributionPosition.TopLeft, Padding = 0.25, Shortest = false });

            var more = LineRanking.Rank(points).Take(map.Paths[0].KeptPoints + 1);
            var kept = LineRanking.Rank(points).Take(map.Paths[0].KeptPoints);
            Assert.InRange(map.Uri.AbsoluteUri.Length, MaxLength - Encoded(more).Length + Encoded(kept).Length + 1, MaxLength);
            Assert.EndsWith("/static/auto/1024x1024@2x.png", map.Uri.AbsolutePath, StringComparison.Ordinal);
        }
    }

    private static int Length(StaticMapOptions options) => Urls.StaticMap("m", StaticMapArea.Auto, options).Uri.AbsoluteUri.Length;

    private static string Encoded(IReadOnlyList<LngLat> points) => "enc:" + Uri.EscapeDataString(Polyline.Encode(points));

    /// <summary>A marker whose address is as long as is said, and some.</summary>
    private static StaticMapMarkers Filler(int length) => new(default(LngLat)) { Icon = new(new Uri("https://a.example/" + new string('i', length))) };
}
