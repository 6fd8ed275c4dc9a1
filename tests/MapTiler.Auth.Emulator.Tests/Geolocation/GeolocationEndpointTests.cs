using System.Net;

namespace MapTiler.Emulator.Tests;

public sealed class GeolocationEndpointTests : EmulatorTest
{
    [Fact]
    public async Task Location_of_every_caller_is_Zurich()
    {
        var response = await GetJsonAsync("/geolocation/ip.json");

        Assert.Equal("Switzerland", response.GetProperty("country").GetString());
        Assert.Equal("CH", response.GetProperty("country_code").GetString());
        Assert.Equal(8.55, response.GetProperty("longitude").GetDouble());
        Assert.Equal(4, response.GetProperty("country_bounds").GetArrayLength());
        Assert.False(response.TryGetProperty("elevation", out _));
    }

    [Fact]
    public async Task Elevation_is_returned_on_request() =>
        Assert.Equal(433, (await GetJsonAsync("/geolocation/ip.json?elevation=true")).GetProperty("elevation").GetInt32());

    [Fact]
    public Task Elevation_parameter_other_than_true_or_false_is_rejected() =>
        AssertRejectedAsync(SendWithKeyAsync("/geolocation/ip.json?elevation=yes"), HttpStatusCode.BadRequest, "Invalid parameter: elevation");
}
