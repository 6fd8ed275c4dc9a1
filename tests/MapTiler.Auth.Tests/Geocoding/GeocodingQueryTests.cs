using MapTiler.Geocoding;

namespace MapTiler.Tests.Geocoding;

public class GeocodingQueryTests
{
    [Theory]
    [InlineData("8.5,47.4", "ReverseAsync")]
    [InlineData(" 8.5,47.4 ", "ReverseAsync")]
    [InlineData("8,47", "ReverseAsync")]
    [InlineData("8.5 , 47.4", "ReverseAsync")]
    [InlineData("-16.6068,49.1952", "ReverseAsync")]
    [InlineData("+8.5,-47.", "ReverseAsync")]
    [InlineData("country.1", "GetByIdAsync")]
    [InlineData(" municipality.46425\n", "GetByIdAsync")]
    [InlineData("Bahnhofstr.12", "GetByIdAsync")]
    [InlineData("a.b.3", "GetByIdAsync")]
    [InlineData("1.5", "GetByIdAsync")]
    public void Search_query_that_the_service_reads_otherwise_throws_with_the_method_to_use(string text, string method)
    {
        var urls = new MapTilerUrlBuilder();

        var ofSearch = Assert.Throws<ArgumentException>(() => urls.GeocodingSearch(text));
        var ofBatch = Assert.Throws<ArgumentException>(() => urls.GeocodingBatch(["Brno", text]));

        Assert.Equal(("query", "queries"), (ofSearch.ParamName, ofBatch.ParamName));
        Assert.Contains(method, ofSearch.Message, StringComparison.Ordinal);
        Assert.Contains(method, ofBatch.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bahnhofstr. 12")]
    [InlineData("Main St. 5")]
    [InlineData("12, 3rd Avenue")]
    [InlineData("8.5,47.4,3")]
    [InlineData("8.5 47.4")]
    [InlineData("8,5;47,4")]
    [InlineData("Brno.")]
    [InlineData(".5")]
    [InlineData("a.1b")]
    [InlineData("a.\u0661")]
    [InlineData("602 00")]
    [InlineData("1,")]
    public void Query_that_only_resembles_an_id_or_location_is_a_search(string text) =>
        Assert.Equal("/geocoding/" + Uri.EscapeDataString(text) + ".json", new MapTilerUrlBuilder().GeocodingSearch(text).AbsolutePath);

    [Theory]
    [InlineData("country")]
    [InlineData("country.")]
    [InlineData(".1")]
    [InlineData("country.x")]
    [InlineData("country.1x")]
    [InlineData("country 1.1")]
    [InlineData(" country.1")]
    [InlineData("country.1 ")]
    [InlineData("country.-1")]
    [InlineData("country.\u0661")]
    [InlineData("../tiles/v3")]
    public void ById_of_another_string_throws(string id)
    {
        var urls = new MapTilerUrlBuilder();

        Assert.Equal("id", Assert.Throws<ArgumentException>(() => urls.GeocodingById(id)).ParamName);
        Assert.Equal("queries", Assert.Throws<ArgumentException>(() => urls.GeocodingBatch([GeocodingQuery.ById(id)])).ParamName);
    }

    [Theory]
    [InlineData(180.1)]
    [InlineData(-180.00001)]
    [InlineData(540)]
    [InlineData(1e300)]
    public void Location_outside_of_the_map_throws(double longitude)
    {
        var urls = new MapTilerUrlBuilder();
        var place = new LngLat(longitude, 49.2);

        Assert.Equal("location", Assert.Throws<ArgumentOutOfRangeException>(() => urls.GeocodingReverse(place)).ParamName);
        Assert.Equal("queries", Assert.Throws<ArgumentOutOfRangeException>(() => urls.GeocodingBatch([place])).ParamName);
        Assert.Contains("Wrap", Assert.Throws<ArgumentOutOfRangeException>(() => urls.GeocodingReverse(place)).Message, StringComparison.Ordinal);
        Assert.StartsWith("/geocoding/", urls.GeocodingReverse(place.Wrap()).AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public void Query_is_a_search_a_location_or_an_id()
    {
        GeocodingQuery text = "Brno", place = new LngLat(16.6, 49.2);
        var id = GeocodingQuery.ById("country.1");

        Assert.Equal(("Brno", null, null), (text.Query, text.Location, text.Id));
        Assert.Equal((null, new LngLat(16.6, 49.2), null), (place.Query, place.Location, place.Id));
        Assert.Equal((null, null, "country.1"), (id.Query, id.Location, id.Id));
        Assert.Equal("Brno 16.6,49.2 country.1 ", $"{text} {place} {id} {default(GeocodingQuery)}");
        Assert.Equal(GeocodingQuery.Search("Brno"), text);
        Assert.NotEqual(GeocodingQuery.Search("country.1"), id);
    }
}
