using MapTiler.StaticMaps;

namespace MapTiler.Tests.StaticMaps;

public sealed class StaticMapWriterTests
{
    private static readonly MapTilerUrlBuilder Urls = new();
    private static readonly BoundingBox Bounds = new(0, 0, 1, 1);

    [Theory]
    [InlineData(AttributionPosition.BottomRight, "bottomright")]
    [InlineData(AttributionPosition.BottomLeft, "bottomleft")]
    [InlineData(AttributionPosition.TopLeft, "topleft")]
    [InlineData(AttributionPosition.TopRight, "topright")]
    [InlineData(AttributionPosition.Hidden, "false")]
    public void StaticMap_with_an_attribution_position_writes_its_name(AttributionPosition position, string name) =>
        Assert.Equal($"?attribution={name}", Urls.StaticMap("m", Bounds, new() { AttributionPosition = position }).Uri.Query);

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
    public void StaticMap_with_an_icon_anchor_writes_its_name(IconAnchor anchor, string text) =>
        Assert.Equal($"?markers=icon:https%3A%2F%2Fa.example%2F%7C{text}0,0", Urls.StaticMap("m", Bounds, new() { Markers = [Marker(new(new Uri("https://a.example")) { Anchor = anchor })] }).Uri.Query);

    [Theory]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void StaticMap_with_a_negative_or_infinite_number_throws(double value)
    {
        StaticMapIcon icon = new(new Uri("https://a.example")) { Scale = value };

        Assert.Throws<ArgumentOutOfRangeException>("options", () => Urls.StaticMap("m", Bounds, new() { Padding = value }));
        Assert.Throws<ArgumentOutOfRangeException>("options", () => Urls.StaticMap("m", Bounds, new() { Paths = [new([new(0, 0), new(1, 1)]) { Width = value }] }));
        Assert.Throws<ArgumentOutOfRangeException>("options", () => Urls.StaticMap("m", Bounds, new() { Markers = [Marker(icon)] }));
    }

    private static StaticMapMarkers Marker(StaticMapIcon icon) => new(default(LngLat)) { Icon = icon };
}
