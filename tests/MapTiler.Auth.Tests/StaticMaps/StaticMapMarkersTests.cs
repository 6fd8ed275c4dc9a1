using MapTiler.StaticMaps;

namespace MapTiler.Tests.StaticMaps;

public sealed class StaticMapMarkersTests
{
    [Fact]
    public void Constructors_with_invalid_markers_throw()
    {
        Assert.Throws<ArgumentException>("markers", () => new StaticMapMarkers());
        Assert.Throws<ArgumentOutOfRangeException>("location", () => new StaticMapMarker(new LngLat(181, 0)));
    }

    [Fact]
    public void Location_converts_to_a_group_of_one_marker()
    {
        var options = new StaticMapOptions { Markers = [new LngLat(8.5, 47.25), new LngLat(9, 48)] };

        Assert.Equal([(8.5, 47.25), (9, 48)], options.Markers.Select(group => (group.Markers.Single().Location.Longitude, group.Markers.Single().Location.Latitude)));
    }

    [Fact]
    public void StaticMapIcon_with_a_URL_that_is_not_absolute_http_throws()
    {
        Assert.Throws<ArgumentException>("uri", () => new StaticMapIcon(new Uri("file:///etc/passwd")));
        Assert.Throws<ArgumentException>("uri", () => new StaticMapIcon(new Uri("i.png", UriKind.Relative)));
    }

    [Theory, MemberData(nameof(Cultures.Names), MemberType = typeof(Cultures))]
    public void StaticMapMarker_ToString_in_any_culture_returns_location_and_color(string culture)
    {
        Assert.Equal("8.5,-47.25", Cultures.In(culture, () => new StaticMapMarker(new LngLat(8.5, -47.25)).ToString()));
        Assert.Equal("8.5,-47.25,red", Cultures.In(culture, () => new StaticMapMarker(new LngLat(8.5, -47.25), "red").ToString()));
    }
}
