using CsCheck;
using MapTiler.Geocoding;

namespace MapTiler.Tests.Geocoding;

public class GeocodingQueryTests
{
    [Theory]
    [InlineData("8.5,47.4", "8.5 47.4")]
    [InlineData(" 8.5,47.4 ", "8.5 47.4")]
    [InlineData("8,47", "8 47")]
    [InlineData("8.5 , 47.4", "8.5   47.4")]
    [InlineData("-16.6068,49.1952", "-16.6068 49.1952")]
    [InlineData("+8.5,-47.", "+8.5 -47.")]
    [InlineData(".5,.5", ".5 .5")]
    [InlineData("8.5.1,47.4", "8.5.1 47.4")]
    [InlineData("country.1", "country. 1")]
    [InlineData(" municipality.46425\n", "municipality. 46425")]
    [InlineData("Hauptstr.5", "Hauptstr. 5")]
    [InlineData("a.b.3", "a.b. 3")]
    [InlineData("1.5", "1. 5")]
    [InlineData("x,1.5", "x,1. 5")]
    [InlineData(".", ".")]
    [InlineData("..", "..")]
    [InlineData("%2e", "%2e")]
    public void GeocodingSearch_of_a_string_that_the_service_would_read_as_another_form_keeps_it_a_search(string text, string sent)
    {
        var urls = new MapTilerUrlBuilder();

        Assert.Equal("/geocoding/" + Uri.EscapeDataString(sent) + ".json", urls.GeocodingSearch(text).AbsolutePath);
        Assert.Equal("/geocoding/Brno;" + Uri.EscapeDataString(sent) + ".json", urls.GeocodingBatch(["Brno", text]).AbsolutePath);
        Assert.DoesNotMatch(@"^(\S+)\.([0-9]+)$|^[^a-z]*,[^a-z]*$", sent);
    }

    [Fact]
    public void GeocodingSearch_of_any_string_that_is_not_empty_builds_a_URL_that_contains_it() => Gen.String[Gen.Frequency(
        (3, Gen.Char["0123456789.,;+-/%?# \t\n"]), (1, Gen.Char), (1, Gen.Char['\uD800', '\uDFFF'])), 1, 30].Sample(text =>
    {
        if (string.IsNullOrWhiteSpace(text))
            return;
        var path = new MapTilerUrlBuilder().GeocodingSearch(text).AbsolutePath;

        var sent = Uri.UnescapeDataString(path["/geocoding/".Length..^".json".Length]);
        Assert.DoesNotContain('/', path["/geocoding/".Length..]);
        Assert.DoesNotMatch(@"^(\S+)\.([0-9]+)\z", sent);
        Assert.DoesNotMatch(@"^[+-]?[0-9]+(\.[0-9]*)?\s*,\s*[+-]?[0-9]+(\.[0-9]*)?\z", sent);
    });

    [Theory]
    [InlineData("8.5,47.4", "location")]
    [InlineData("-8, 47.", "location")]
    [InlineData("country.1", "id")]
    [InlineData("major_landform.123456789012", "id")]
    [InlineData("Hauptstr.5", "search")]
    [InlineData("hauptstr.5", "search")]
    [InlineData("Country.1", "search")]
    [InlineData("181,0", "search")]
    [InlineData("8.5,47.4.1", "search")]
    [InlineData("Brno", "search")]
    [InlineData("", "search")]
    public void GeocodingQuery_Parse_distinguishes_locations_ids_and_search_strings(string text, string form)
    {
        var query = GeocodingQuery.Parse(text);

        Assert.Equal(form, query.Location is not null ? "location" : query.Id is not null ? "id" : "search");
        Assert.All(
            typeof(PlaceType).GetProperties().Where(property => property.PropertyType == typeof(PlaceType)),
            type => Assert.NotNull(GeocodingQuery.Parse(type.GetValue(null) + ".1").Id));
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
