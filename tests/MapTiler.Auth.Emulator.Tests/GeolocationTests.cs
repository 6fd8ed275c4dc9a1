using System.Net;

namespace MapTiler.Emulator.Tests;

public sealed class GeolocationTests : EmulatorTest
{
    [Fact]
    public async Task Every_caller_is_in_zurich()
    {
        var answer = await GetJsonAsync("/geolocation/ip.json");

        Assert.Equal("Switzerland", answer.GetProperty("country").GetString());
        Assert.Equal("CH", answer.GetProperty("country_code").GetString());
        Assert.Equal(8.55, answer.GetProperty("longitude").GetDouble());
        Assert.Equal(4, answer.GetProperty("country_bounds").GetArrayLength());
        Assert.False(answer.TryGetProperty("elevation", out _));
    }

    [Fact]
    public async Task The_elevation_is_told_when_asked_for() =>
        Assert.Equal(433, (await GetJsonAsync("/geolocation/ip.json?elevation=true")).GetProperty("elevation").GetInt32());

    [Fact]
    public Task Elevation_is_true_or_false() =>
        AssertRejectedAsync(SendWithKeyAsync("/geolocation/ip.json?elevation=yes"), HttpStatusCode.BadRequest, "Invalid parameter: elevation");
}
