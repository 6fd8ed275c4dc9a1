using MapTiler.Geolocation;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Geolocation;

public sealed class GeolocationClientTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_field_is_read()
    {
        const string Body = """
            {"country":"Switzerland","country_code":"CH","country_bounds":[5.95538,45.818852,10.490936,47.809357],"country_languages":["de","fr","it"],"continent":"Europe","continent_code":"EU","eu":false,
             "city":"Zurich","latitude":47.36667,"longitude":8.55,"postal":8000,"region":"Zurich","region_code":"ZH","timezone":"Europe/Zurich","elevation":433,"new":true}
            """;
        using var services = Clients.Services(Wire.AlwaysJson(Body));

        var result = await services.GetRequiredService<GeolocationClient>().GetAsync(elevation: true, Cancel);

        Assert.Equal((new LngLat(8.55, 47.36667), 433.0, "8000", "CH"), (result.Location, result.Elevation, result.PostalCode, result.CountryCode));
        Assert.Equal(new BoundingBox(5.95538, 45.818852, 10.490936, 47.809357), result.CountryBounds);
        Assert.Equal(["de", "fr", "it"], result.CountryLanguages);
        Assert.Equal(("Europe", "EU", false, "Zurich", "Zurich", "ZH", "Europe/Zurich"), (result.Continent, result.ContinentCode, result.IsInEuropeanUnion, result.City, result.Region, result.RegionCode, result.TimeZone));
        Assert.True(result.AdditionalProperties!["new"].GetBoolean());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"latitude":47.4}""")]
    [InlineData("""{"latitude":147.4,"longitude":1}""")]
    public async Task A_place_that_is_not_known_is_none(string body)
    {
        using var services = Clients.Services(Wire.AlwaysJson(body));

        Assert.Null((await services.GetRequiredService<GeolocationClient>().GetAsync(cancellationToken: Cancel)).Location);
    }
}
