using MapTiler.Geocoding;
using static MapTiler.Tests.OptionErrors;

namespace MapTiler.Tests.Geocoding;

public class GeocodingParametersTests
{
    private static readonly PlaceType Poi = PlaceType.Poi;

    public static TheoryData<string, GeocodingSearchOptions> Bad => new()
    {
        { "BoundingBox", new() { BoundingBox = new(170, 0, -170, 1) } },
        { "BoundingBox", new() { BoundingBox = new(-181, 0, 0, 1) } },
        { "BoundingBox", new() { BoundingBox = new(0, 0, 180.5, 1) } },
        { "Proximity", new() { Proximity = new LngLat(181, 0) } },
        { "Proximity", new() { Proximity = new LngLat(-540, 0) } },
        { "Languages", new() { Languages = [.. Enumerable.Range(0, 21).Select(i => $"l{i}")] } },
        { "Languages", new() { Languages = ["cs", "cs"] } },
        { "Languages", new() { Languages = ["cs", "de", "CS"] } },
        { "Languages", new() { Languages = [""] } },
        { "Languages", new() { Languages = ["cs", " "] } },
        { "Languages", new() { Languages = ["cs", null!] } },
        { "Countries", new() { Countries = ["cze"] } },
        { "Countries", new() { Countries = ["c"] } },
        { "Countries", new() { Countries = [""] } },
        { "Countries", new() { Countries = [null!] } },
        { "Countries", new() { Countries = ["c1"] } },
        { "Countries", new() { Countries = ["č1"] } },
        { "Countries", new() { Countries = ["ıI"] } },
        { "Countries", new() { Countries = ["cz", "CZ"] } },
        { "Countries", new() { Countries = ["cz,sk"] } },
        { "Limit", new() { Limit = 0 } },
        { "Limit", new() { Limit = -1 } },
        { "Limit", new() { Limit = 11 } },
        { "Limit", new() { Limit = int.MinValue } },
        { "Types", new() { Types = [Poi, Poi] } },
        { "Types", new() { Types = [Poi, new("POI")] } },
        { "Types", new() { Types = [default] } },
        { "Types", new() { Types = [new("")] } },
        { "Types", new() { Types = [new(" ")] } },
        { "ExcludeTypes", new() { ExcludeTypes = true } },
        { "ExcludeTypes", new() { ExcludeTypes = true, Types = [] } },
        { "Worldview", new() { Worldview = new("") } },
        { "Worldview", new() { Worldview = new(" ") } },
        { "Worldview", new() { Worldview = default(Worldview) } },
    };

    [Theory, MemberData(nameof(Bad), DisableDiscoveryEnumeration = true)]
    public void Invalid_value_throws_with_the_name_of_its_option(string option, GeocodingSearchOptions options)
    {
        var urls = new MapTilerUrlBuilder();

        AssertOption(option, Assert.ThrowsAny<ArgumentException>(() => urls.GeocodingSearch("x", options)));
        AssertOption(option, Assert.ThrowsAny<ArgumentException>(() => urls.GeocodingBatch(["x"], options)));
        if (option is "Languages" or "Worldview" or "Limit" or "Types" or "ExcludeTypes")
            AssertOption(option, Assert.ThrowsAny<ArgumentException>(() => urls.GeocodingReverse(default, Reverse(options))));
        if (option is "Languages" or "Worldview")
            AssertOption(option, Assert.ThrowsAny<ArgumentException>(() => urls.GeocodingById("country.1", new() { Languages = options.Languages, Worldview = options.Worldview })));
    }

    private static GeocodingReverseOptions Reverse(GeocodingSearchOptions options) =>
        new() { Languages = options.Languages, Worldview = options.Worldview, Limit = options.Limit, Types = options.Types, ExcludeTypes = options.ExcludeTypes };

    [Fact]
    public void Every_option_is_tested_with_an_invalid_value_or_has_none()
    {
        string[] cannotBeBad = ["FuzzyMatch", "Autocomplete"];

        Assert.Equal(
            typeof(GeocodingSearchOptions).GetProperties().Select(p => p.Name).Order(),
            Bad.Select(row => row.Data.Item1).Concat(cannotBeBad).Distinct().Order());
    }

    [Fact]
    public void Options_of_an_operation_are_all_in_its_url()
    {
        var urls = new MapTilerUrlBuilder();
        string[] languages = ["de"];
        PlaceType[] types = [Poi];
        var reverse = new GeocodingReverseOptions { Languages = languages, Worldview = Worldview.Auto, Limit = 1, Types = types, ExcludeTypes = false };
        var byId = new GeocodingByIdOptions { Languages = languages, Worldview = Worldview.Auto };

        Assert.Equal(5, typeof(GeocodingReverseOptions).GetProperties().Length);
        Assert.Equal("?language=de&limit=1&types=poi&excludeTypes=false&worldview=auto", urls.GeocodingReverse(default, reverse).Query);
        Assert.Equal(2, typeof(GeocodingByIdOptions).GetProperties().Length);
        Assert.Equal("?language=de&worldview=auto", urls.GeocodingById("country.1", byId).Query);
    }

    [Fact]
    public void Reverse_search_with_a_limit_requires_one_type()
    {
        var urls = new MapTilerUrlBuilder();
        ArgumentException Refused(GeocodingReverseOptions options) => Assert.ThrowsAny<ArgumentException>(() => urls.GeocodingReverse(default, options));

        AssertOption("Limit", Refused(new() { Limit = 2 }));
        AssertOption("Limit", Refused(new() { Limit = 2, Types = [] }));
        AssertOption("Limit", Refused(new() { Limit = 2, Types = [Poi, PlaceType.Road] }));
        AssertOption("Limit", Refused(new() { Limit = 2, Types = [Poi], ExcludeTypes = true })); // all types but one are many
        AssertOption("Limit", Refused(new() { Limit = 11, Types = [Poi] }));
        AssertOption("Limit", Refused(new() { Limit = 0, Types = [Poi] }));
        Assert.Equal("?limit=2&types=poi", urls.GeocodingReverse(default, new() { Limit = 2, Types = [Poi] }).Query);
        Assert.Equal("?limit=1&types=poi&excludeTypes=true", urls.GeocodingReverse(default, new() { Limit = 1, Types = [Poi], ExcludeTypes = true }).Query);
    }

    [Fact]
    public void Twenty_languages_are_valid() =>
        Assert.Equal(20, new MapTilerUrlBuilder().GeocodingSearch("x", new() { Languages = [.. Enumerable.Range(0, 20).Select(i => $"l{i}")] }).Query.Split(',').Length);

    [Fact]
    public void Proximity_is_a_location_or_ip()
    {
        Proximity near = new LngLat(16.6, 49.2);

        Assert.Equal("16.6,49.2", near.ToString());
        Assert.Equal(new LngLat(16.6, 49.2), near.Location);
        Assert.Equal("ip", Proximity.Ip.ToString());
        Assert.Null(Proximity.Ip.Location);
        Assert.Equal(Proximity.Ip, default);
    }

    [Fact]
    public void ToString_of_an_open_set_returns_its_value()
    {
        Assert.Equal("postal_code virtual_street ch", $"{PlaceType.PostalCode} {FeatureKind.VirtualStreet} {Worldview.Switzerland}");
        Assert.Equal("", $"{default(PlaceType)}{default(FeatureKind)}{default(Worldview)}");
    }
}
