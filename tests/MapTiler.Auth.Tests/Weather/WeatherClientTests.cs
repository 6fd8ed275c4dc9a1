using MapTiler.Weather;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Weather;

public sealed class WeatherClientTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_catalogue_names_variables_and_their_keyframes()
    {
        var wire = Wire.AlwaysJson();
        using var services = Clients.Services(wire);
        var client = services.GetRequiredService<WeatherClient>();

        var wind = Assert.Single((await client.GetLatestAsync(Cancel)).Variables);
        using var tile = await client.GetTileAsync(wind.Keyframes[0], new(0, 0, 0), wind.TileFormat, Cancel);

        Assert.Equal(("Wind", "wind-10m:gfs", "ms", "png"), (wind.Name, wind.Metadata.Variable.Id, wind.Metadata.Variable.Unit, wind.TileFormat));
        Assert.Equal(new DateTimeOffset(2023, 3, 1, 6, 0, 0, TimeSpan.Zero), wind.Keyframes[0].Timestamp);
        Assert.Equal(512, Assert.Single(wind.TileMatrixSet!.Items).TileWidth);
        Assert.StartsWith("https://api.maptiler.com/tiles/k/0/0/0.png?", wire.Uris[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("r", 0, 1, 2, -75, double.NaN, double.NaN)]
    [InlineData("rg", 255, 0, 2, 75, -75, double.NaN)]
    [InlineData("gb", 0, 255, 127.5, 75, 0, double.NaN)]
    [InlineData("rgb", 0, 255, 51, -75, 75, -45)]
    public void A_pixel_becomes_the_values_of_its_channels(string channels, double red, double green, double blue, double first, double second, double third)
    {
        var decoding = new WeatherDecoding { Channels = channels, Min = -75, Max = 75 };

        var value = decoding.Decode((byte)red, (byte)green, (byte)blue);

        Assert.Equal(channels.Length, value.Count);
        Assert.Equal(first, value.First, 1e-9);
        Assert.Equal(second, value.Second, 0.3);
        Assert.Equal(third, value.Third, 1e-9);
    }

    [Fact]
    public void The_speed_of_wind_is_the_length_of_its_vector() => Assert.Equal(5, new WeatherValue(2, 3, -4, double.NaN).Magnitude);

    [Theory]
    [InlineData("""{"variables":[{"metadata":{"weather_variable":{"name":"x"}},"keyframes":[]}]}""")]
    [InlineData("""{"variables":[{"metadata":{}}]}""")]
    [InlineData("""{"variables":[{}]}""")]
    [InlineData("""{"variables":[{"metadata":{"weather_variable":{"decoding":null}}}]}""")]
    public async Task A_variable_may_lack_its_decoding(string body)
    {
        using var services = Clients.Services(Wire.AlwaysJson(body));

        var variable = Assert.Single((await services.GetRequiredService<WeatherClient>().GetLatestAsync(Cancel)).Variables);

        Assert.Null(variable.Decoding);
        Assert.Empty(variable.Keyframes);
    }

    [Theory]
    [InlineData(null, 0.0, 1.0)]
    [InlineData("", 0.0, 1.0)]
    [InlineData("rgba", 0.0, 1.0)]
    [InlineData("x", 0.0, 1.0)]
    [InlineData("r", null, 1.0)]
    [InlineData("r", 0.0, null)]
    public void A_decoding_that_says_too_little_says_so(string? channels, double? min, double? max) =>
        Assert.Throws<InvalidOperationException>(() => new WeatherDecoding { Channels = channels, Min = min, Max = max }.Decode(1, 2, 3));

    [Theory]
    [InlineData("""{"variables":[null]}""")]
    [InlineData("""{"variables":[{"keyframes":[null]}]}""")]
    [InlineData("""{"variables":{}}""")]
    [InlineData("null")]
    public async Task A_catalogue_of_another_shape_is_an_invalid_response(string body)
    {
        using var services = Clients.Services(Wire.AlwaysJson(body));

        var error = await Assert.ThrowsAsync<MapTilerException>(() => services.GetRequiredService<WeatherClient>().GetLatestAsync(Cancel));

        Assert.Equal(MapTilerErrorReason.InvalidResponse, error.Reason);
    }

    [Fact]
    public async Task A_keyframe_without_an_id_has_no_tiles()
    {
        using var services = Clients.Services(Wire.AlwaysJson());

        await Assert.ThrowsAsync<ArgumentException>("keyframe", () => services.GetRequiredService<WeatherClient>().GetTileAsync(new WeatherKeyframe(), default, cancellationToken: Cancel));
    }
}
