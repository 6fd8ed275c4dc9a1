namespace MapTiler.Tests.Urls;

public sealed partial class UrlWriterTests
{
    public static TheoryData<string> Leaving => ["", " ", "\t", ".", "..", "%2e", "%2e%2e", "%2E%2E", ".%2e", "%2e.", "%2E."];

    public static TheoryData<string> Kept =>
    [
        "a/b", "x?y", "x#y", "../tiles/v3", "..\\tiles", "./x", "a/..", "/", "\\", "//evil.example", "streets-v4?x=1", "streets-v4/../..", "%2e%2e%2f",
        "%2f..", "...", "....", " ..", ".. ", "..;", "a b", "č", "😀", "{z}", "a%00", "a\0", "\u0080", "\r\nX: y", "%", "%%", "%zz", "%252e%252e", "．．", "key=x&y", "@", ":",
    ];

    [Theory, MemberData(nameof(Leaving))]
    public void Id_that_is_blank_or_a_dot_segment_throws(string id)
    {
        var urls = new MapTilerUrlBuilder("k");

        Assert.Equal("mapId", Assert.Throws<ArgumentException>(() => urls.MapViewer(id)).ParamName);
        Assert.Equal("mapId", Assert.Throws<ArgumentException>(() => urls.StyleJson(id)).ParamName);
        Assert.Equal("id", Assert.Throws<ArgumentException>(() => urls.GeocodingById(id)).ParamName);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\t")]
    public void GeocodingSearch_of_an_empty_string_throws_ArgumentException(string query)
    {
        var urls = new MapTilerUrlBuilder("k");

        Assert.Equal("query", Assert.Throws<ArgumentException>(() => urls.GeocodingSearch(query)).ParamName);
        Assert.Equal("queries", Assert.Throws<ArgumentException>(() => urls.GeocodingBatch(["Brno", query])).ParamName);
    }

    [Theory, MemberData(nameof(Kept))]
    public void Id_with_reserved_characters_is_one_path_segment(string id)
    {
        var urls = new MapTilerUrlBuilder("k");

        var viewer = urls.MapViewer(id);
        var style = urls.StyleJson(id);
        var feature = urls.GeocodingById(string.Concat(id.Where(c => !char.IsWhiteSpace(c))) + ".1");

        Assert.Equal(["/", "maps/", Uri.EscapeDataString(id) + "/"], viewer.Segments);
        Assert.Equal(["/", "maps/", Uri.EscapeDataString(id) + "/", "style.json"], style.Segments);
        Assert.Equal(["/", "geocoding/"], feature.Segments[..2]);
        Assert.Equal(3, feature.Segments.Length);
        Assert.All([viewer, style, feature], uri => Assert.Equal(("api.maptiler.com", "?key=k"), (uri.Host, uri.Query)));
    }

    [Fact]
    public void Id_null_throws()
    {
        var urls = new MapTilerUrlBuilder();

        Assert.Equal("mapId", Assert.Throws<ArgumentNullException>(() => urls.MapViewer(null!)).ParamName);
        Assert.Equal("mapId", Assert.Throws<ArgumentNullException>(() => urls.StyleJson(null!)).ParamName);
        Assert.Equal("id", Assert.Throws<ArgumentNullException>(() => urls.GeocodingById(null!)).ParamName);
        Assert.Equal("query", Assert.Throws<ArgumentNullException>(() => urls.GeocodingSearch(null!)).ParamName);
        Assert.Equal("queries", Assert.Throws<ArgumentNullException>(() => urls.GeocodingBatch(null!)).ParamName);
        Assert.Equal("queries", Assert.Throws<ArgumentNullException>(() => urls.GeocodingBatch(["Brno", (string)null!])).ParamName);
        Assert.Equal("queries", Assert.Throws<ArgumentNullException>(() => urls.GeocodingBatch(["Brno", default])).ParamName);
    }
}
