using MapTiler.Geocoding;

namespace MapTiler.Tests.Urls;

public sealed partial class UrlWriterTests
{
    private const int Limit = 8192 - 256;
    private static readonly int Frame = "https://api.maptiler.com/geocoding/.json".Length;

    public static TheoryData<string> Forms => ["bare", "key", "signed"];

    [Theory, MemberData(nameof(Forms))]
    public void Query_of_10000_characters_throws_UriTooLong(string form)
    {
        var error = Assert.Throws<MapTilerException>(() => Builder(form).GeocodingSearch(new string('x', 10_000)));

        Assert.Equal(MapTilerErrorReason.UriTooLong, error.Reason);
        Assert.Null(error.StatusCode);
        Assert.Contains("8192", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("c4nary", error.ToString(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Forms))]
    public void Longest_query_is_the_same_with_every_credential(string form)
    {
        Assert.Equal(Limit, new MapTilerUrlBuilder().GeocodingSearch(new string('x', Limit - Frame)).AbsoluteUri.Length);

        Assert.InRange(Builder(form).GeocodingSearch(new string('x', Limit - Frame)).AbsoluteUri.Length, Limit, 8192);
        Assert.Equal(MapTilerErrorReason.UriTooLong, Assert.Throws<MapTilerException>(() => Builder(form).GeocodingSearch(new string('x', Limit - Frame + 1))).Reason);
    }

    [Fact]
    public void Key_over_the_reserved_length_counts()
    {
        var longest = "key" + new string('k', 256 - "?key=key".Length);

        Assert.Equal(8192, new MapTilerUrlBuilder(longest).GeocodingSearch(new string('x', Limit - Frame)).AbsoluteUri.Length);
        Assert.Throws<MapTilerException>(() => new MapTilerUrlBuilder(longest + "k").GeocodingSearch(new string('x', Limit - Frame)));
    }

    [Fact]
    public void Length_is_measured_after_escaping()
    {
        var urls = new MapTilerUrlBuilder();

        Assert.Equal(Frame + 12 * 600, urls.GeocodingSearch(string.Concat(Enumerable.Repeat("😀", 600))).AbsoluteUri.Length);
        Assert.Throws<MapTilerException>(() => urls.GeocodingSearch(string.Concat(Enumerable.Repeat("😀", 700))));
    }

    [Fact]
    public void Length_of_a_batch_is_that_of_all_queries()
    {
        var urls = new MapTilerUrlBuilder();
        var query = (GeocodingQuery)new string('x', 156);

        Assert.Equal(Frame + 50 * 157 - 1, urls.GeocodingBatch([.. Enumerable.Repeat(query, 50)]).AbsoluteUri.Length);
        Assert.Throws<MapTilerException>(() => urls.GeocodingBatch([.. Enumerable.Repeat((GeocodingQuery)new string('x', 157), 50)]));
    }

    [Fact]
    public void Batch_with_0_or_51_queries_throws()
    {
        var urls = new MapTilerUrlBuilder();

        Assert.Equal(50, urls.GeocodingBatch([.. Enumerable.Repeat<GeocodingQuery>("x", 50)]).AbsolutePath.Split(';').Length);
        Assert.Equal("queries", Assert.Throws<ArgumentException>(() => urls.GeocodingBatch([.. Enumerable.Repeat<GeocodingQuery>("x", 51)])).ParamName);
        Assert.Equal("queries", Assert.Throws<ArgumentException>(() => urls.GeocodingBatch([])).ParamName);
    }

    private static MapTilerUrlBuilder Builder(string form) => form switch
    {
        "key" => new MapTilerUrlBuilder("c4nary-of-some-length"),
        "signed" => new MapTilerUrlBuilder(TestToken.Value),
        _ => new MapTilerUrlBuilder(),
    };
}
