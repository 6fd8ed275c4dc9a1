using MapTiler.Geolocation;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Geolocation;

public sealed class OddLocationTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"latitude":47.4,"longitude":1e999}""")]
    [InlineData("""{"latitude":-1e999,"longitude":8.5}""")]
    [InlineData("""{"latitude":90.1,"longitude":8.5,"country_languages":[null],"country_bounds":[1,2,3,1e999]}""")]
    [InlineData("""{"longitude":8.5,"country_languages":null,"country_bounds":"5,45,10,47"}""")]
    public async Task What_cannot_be_is_none(string body)
    {
        using var services = Clients.Services(Wire.AlwaysJson(body));

        var result = await services.GetRequiredService<GeolocationClient>().GetAsync(cancellationToken: Cancel);

        Assert.Equal((null, null), (result.Location, result.CountryBounds));
        Assert.Empty(result.CountryLanguages);
    }

    [Fact]
    public async Task Numbers_may_stand_in_quotes_and_texts_without()
    {
        using var services = Clients.Services(Wire.AlwaysJson("""{"latitude":"47.4","longitude":"8.5","elevation":"433","region_code":7,"country_languages":["de",null]}"""));

        var result = await services.GetRequiredService<GeolocationClient>().GetAsync(cancellationToken: Cancel);

        Assert.Equal((new LngLat(8.5, 47.4), 433.0, "7"), (result.Location, result.Elevation, result.RegionCode));
        Assert.Equal(["de"], result.CountryLanguages);
    }
}
