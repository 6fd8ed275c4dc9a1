using MapTiler.Geolocation;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Geolocation;

public sealed class GeolocationResultTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetAsync_returns_every_member()
    {
        const string Body = """
            {"country":"Switzerland","country_code":"CH","country_bounds":[5.95538,45.818852,10.490936,47.809357],"country_languages":["de","fr","it"],"continent":"Europe","continent_code":"EU","eu":false,
             "city":"Zurich","latitude":47.36667,"longitude":8.55,"postal":8000,"region":"Zurich","region_code":"ZH","timezone":"Europe/Zurich","elevation":433,"new":true}
            """;
        using var services = Clients.Services(StubTransport.AlwaysJson(Body));

        var result = await services.GetRequiredService<GeolocationClient>().GetAsync(new() { Elevation = true }, Cancel);

        Assert.Equal((new LngLat(8.55, 47.36667), 433.0, "8000", "CH"), (result.Location, result.Elevation, result.PostalCode, result.CountryCode));
        Assert.Equal(new BoundingBox(5.95538, 45.818852, 10.490936, 47.809357), result.CountryBounds);
        Assert.Equal(["de", "fr", "it"], result.CountryLanguages);
        Assert.Equal(("Europe", "EU", false, "Zurich", "Zurich", "ZH", "Europe/Zurich"), (result.Continent, result.ContinentCode, result.IsInEuropeanUnion, result.City, result.Region, result.RegionCode, result.TimeZone));
        Assert.True(result.AdditionalProperties!["new"].GetBoolean());
    }

    [Fact]
    public async Task GetAsync_with_numbers_as_strings_and_strings_as_numbers_returns_them()
    {
        using var services = Clients.Services(StubTransport.AlwaysJson("""{"latitude":"47.4","longitude":"8.5","elevation":"433","region_code":7,"country_languages":["de",null]}"""));

        var result = await services.GetRequiredService<GeolocationClient>().GetAsync(cancellationToken: Cancel);

        Assert.Equal((new LngLat(8.5, 47.4), 433.0, "7"), (result.Location, result.Elevation, result.RegionCode));
        Assert.Equal(["de"], result.CountryLanguages);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"latitude":47.4}""")]
    [InlineData("""{"latitude":147.4,"longitude":1}""")]
    public async Task Location_with_a_missing_or_invalid_coordinate_returns_null(string body)
    {
        using var services = Clients.Services(StubTransport.AlwaysJson(body));

        Assert.Null((await services.GetRequiredService<GeolocationClient>().GetAsync(cancellationToken: Cancel)).Location);
    }

    [Theory]
    [InlineData("""{"latitude":47.4,"longitude":1e999}""")]
    [InlineData("""{"latitude":-1e999,"longitude":8.5}""")]
    [InlineData("""{"latitude":90.1,"longitude":8.5,"country_languages":[null],"country_bounds":[1,2,3,1e999]}""")]
    [InlineData("""{"longitude":8.5,"country_languages":null,"country_bounds":"5,45,10,47"}""")]
    public async Task GetAsync_with_impossible_values_returns_null_or_empty_for_them(string body)
    {
        using var services = Clients.Services(StubTransport.AlwaysJson(body));

        var result = await services.GetRequiredService<GeolocationClient>().GetAsync(cancellationToken: Cancel);

        Assert.Equal((null, null), (result.Location, result.CountryBounds));
        Assert.Empty(result.CountryLanguages);
    }

    [Theory]
    [InlineData("Zurich", "Zurich", "Switzerland", "Zurich, Zurich, Switzerland")]
    [InlineData(null, "", "Switzerland", "Switzerland")]
    [InlineData(null, null, null, "8.5,-47.25")]
    public void ToString_returns_the_known_names_or_the_location(string? city, string? region, string? country, string expected) =>
        Assert.Equal(expected, new GeolocationResult { City = city, Region = region, Country = country, Longitude = 8.5, Latitude = -47.25 }.ToString());
}
