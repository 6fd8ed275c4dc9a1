using MapTiler.StaticMaps;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.StaticMaps;

public sealed class StaticMapOptionTests
{
    private static readonly MapTilerUrlBuilder Urls = new();
    private static readonly BoundingBox Box = new(0, 0, 1, 1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(AttributionPosition.BottomRight, "bottomright")]
    [InlineData(AttributionPosition.BottomLeft, "bottomleft")]
    [InlineData(AttributionPosition.TopLeft, "topleft")]
    [InlineData(AttributionPosition.TopRight, "topright")]
    [InlineData(AttributionPosition.Hidden, "false")]
    public void The_attribution_has_a_corner_or_none(AttributionPosition position, string name) =>
        Assert.Equal($"?attribution={name}", Urls.StaticMap("m", Box, new() { Attribution = position }).Uri.Query);

    [Theory]
    [InlineData(IconAnchor.Bottom, "")]
    [InlineData(IconAnchor.Top, "anchor:top%7C")]
    [InlineData(IconAnchor.Left, "anchor:left%7C")]
    [InlineData(IconAnchor.Right, "anchor:right%7C")]
    [InlineData(IconAnchor.Center, "anchor:center%7C")]
    [InlineData(IconAnchor.TopLeft, "anchor:topleft%7C")]
    [InlineData(IconAnchor.BottomLeft, "anchor:bottomleft%7C")]
    [InlineData(IconAnchor.TopRight, "anchor:topright%7C")]
    [InlineData(IconAnchor.BottomRight, "anchor:bottomright%7C")]
    public void An_icon_is_held_at_its_anchor(IconAnchor anchor, string text) =>
        Assert.Equal($"?markers=icon:https%3A%2F%2Fa.example%2F%7C{text}0,0", Urls.StaticMap("m", Box, new() { Markers = [Marker(new(new Uri("https://a.example")) { Anchor = anchor })] }).Uri.Query);

    [Theory]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_measure_is_finite_and_not_negative(double value)
    {
        StaticMapIcon icon = new(new Uri("https://a.example")) { Scale = value };

        Assert.Throws<ArgumentOutOfRangeException>("Padding", () => Urls.StaticMap("m", Box, new() { Padding = value }));
        Assert.Throws<ArgumentOutOfRangeException>("Width", () => Urls.StaticMap("m", Box, new() { Paths = [new([new(0, 0), new(1, 1)]) { Width = value }] }));
        Assert.Throws<ArgumentOutOfRangeException>("Scale", () => Urls.StaticMap("m", Box, new() { Markers = [Marker(icon)] }));
    }

    [Fact]
    public void What_has_no_size_or_no_place_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("Height", () => Urls.StaticMap("m", Box, new() { Height = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>("area", () => Urls.StaticMap("m", new BoundingBox(170, 0, 181, 1)));
        Assert.Throws<ArgumentOutOfRangeException>("anchor", () => Urls.StaticMap("m", Box, new() { Markers = [Marker(new(new Uri("https://a.example")) { Anchor = (IconAnchor)99 })] }));
    }

    [Fact]
    public void A_reduction_says_how_far_the_line_may_lie_beside_what_was_asked()
    {
        var random = new Random(7);
        LngLat[][] lines = [.. new[] { 3000, 1500 }.Select(count => Enumerable.Range(0, count).Select(i => new LngLat(i / 1000.0, random.NextDouble())).ToArray())];

        var map = Urls.StaticMap("m", StaticMapArea.Auto, new() { Paths = [.. lines.Select(line => new StaticMapPath(line))] });

        Assert.Equal(lines.Zip(map.Paths).Select(pair => LineRanking.Rank(pair.First).Tolerance(pair.Second.KeptPoints)), map.Paths.Select(path => path.Tolerance));
        Assert.InRange(map.Paths[0].KeptPoints, 2 * map.Paths[1].KeptPoints, 2 * map.Paths[1].KeptPoints + 1);
    }

    [Fact]
    public async Task A_picture_gives_its_connection_back()
    {
        var body = new ClosingStream();
        using var services = Clients.Services(new Wire(_ => new HttpResponseMessage { Content = new StreamContent(body) { Headers = { ContentType = new("image/png") } } }));

        var picture = await services.GetRequiredService<StaticMapsClient>().GetAsync("m", Box, cancellationToken: Cancel);
        Assert.False(body.IsClosed);
        picture.Dispose();

        Assert.True(body.IsClosed);
    }

    private static StaticMapMarkers Marker(StaticMapIcon icon) => new(default(LngLat)) { Icon = icon };

    private sealed class ClosingStream() : MemoryStream([1, 2, 3])
    {
        public bool IsClosed { get; private set; }

        protected override void Dispose(bool disposing)
        {
            IsClosed = true;
            base.Dispose(disposing);
        }
    }
}
