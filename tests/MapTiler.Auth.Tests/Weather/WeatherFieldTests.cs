using MapTiler.Weather;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Weather;

public sealed class WeatherFieldTests
{
    private const string Body = """
        {"variables":[{
          "metadata":{"weather_variable":{"variable_id":"wind-10m:gfs","name":"Wind","description":"at 10 m","attribution":"NOAA","unit":"m/s",
            "release_timestamp":"2026-01-02T03:04:05Z","timestamp":"2026-01-02T06:00:00+02:00","decoding":{"channels":"RG","min":"-75","max":75},"of_metadata":1}},
          "keyframes":[{"id":"k","timestamp":"2026-01-02T09:00:00Z"},{"id":"l","timestamp":"soon"}],"tile_format":"png","bounds":[-180,-85.5,180,85],
          "tile_matrix_set":{"bounds":[1,2,3,4],"items":[null,{"zoom_level":"1","matrix_width":2,"matrix_height":3,"tile_width":4,"tile_height":5,"pixel_x_size":6.5,"pixel_y_size":-7.5}]},
          "of_variable":{"a":2}}]}
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_field_is_read()
    {
        using var services = Clients.Services(Wire.AlwaysJson(Body));

        var wind = Assert.Single((await services.GetRequiredService<WeatherClient>().GetLatestAsync(Cancel)).Variables);

        var metadata = wind.Metadata.Variable;
        Assert.Equal(("wind-10m:gfs", "Wind", "at 10 m", "NOAA", "m/s"), (metadata.Id, metadata.Name, metadata.Description, metadata.Attribution, metadata.Unit));
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), metadata.Released);
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 6, 0, 0, TimeSpan.FromHours(2)), metadata.Timestamp);
        Assert.Equal(("RG", -75, 75), (wind.Decoding!.Channels, wind.Decoding.Min, wind.Decoding.Max));
        Assert.Equal(["k", "l"], wind.Keyframes.Select(keyframe => keyframe.Id));
        Assert.Null(wind.Keyframes[1].Timestamp);
        Assert.Equal([-180, -85.5, 180, 85], wind.Bounds);
        Assert.Equal([1, 2, 3, 4], wind.TileMatrixSet!.Bounds);
        var matrix = Assert.Single(wind.TileMatrixSet.Items);
        Assert.Equal((1, 2, 3), (matrix.Zoom, matrix.Columns, matrix.Rows));
        Assert.Equal((4, 5, 6.5, -7.5), (matrix.TileWidth, matrix.TileHeight, matrix.PixelWidth, matrix.PixelHeight));
        Assert.Equal((1, 2), (metadata.AdditionalProperties!["of_metadata"].GetInt32(), wind.AdditionalProperties!["of_variable"].GetProperty("a").GetInt32()));
    }

    [Fact]
    public void The_names_of_channels_may_be_capitals()
    {
        var decoding = new WeatherDecoding { Channels = "BrG", Min = 0, Max = 255 };

        Assert.Equal(new WeatherValue(3, 3, 1, 2), decoding.Decode(1, 2, 3));
        Assert.Equal(new WeatherValue(3, 3, 1, 2), decoding.Decode((1, 2, 3, 4)));
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 5)]
    [InlineData(3, 13)]
    public void A_magnitude_is_that_of_the_values_there_are(int count, double expected) => Assert.Equal(expected, new WeatherValue(count, 3, -4, 12).Magnitude);
}
