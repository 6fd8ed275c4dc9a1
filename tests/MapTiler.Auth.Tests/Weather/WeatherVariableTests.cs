using MapTiler.Weather;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Weather;

public sealed class WeatherVariableTests
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
    public async Task GetLatestAsync_returns_every_member()
    {
        using var services = Clients.Services(StubTransport.AlwaysJson(Body));

        var wind = Assert.Single(await services.GetRequiredService<WeatherClient>().GetLatestAsync(Cancel));

        var metadata = wind.Metadata;
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

    [Theory]
    [InlineData("""{"variables":[{"metadata":{"weather_variable":{"name":"x"}},"keyframes":[]}]}""")]
    [InlineData("""{"variables":[{"metadata":{}}]}""")]
    [InlineData("""{"variables":[{}]}""")]
    [InlineData("""{"variables":[{"metadata":{"weather_variable":{"decoding":null}}}]}""")]
    public async Task GetLatestAsync_with_a_variable_without_decoding_returns_null_for_it(string body)
    {
        using var services = Clients.Services(StubTransport.AlwaysJson(body));

        var variable = Assert.Single(await services.GetRequiredService<WeatherClient>().GetLatestAsync(Cancel));

        Assert.Null(variable.Decoding);
        Assert.Empty(variable.Keyframes);
    }

    [Theory, MemberData(nameof(Cultures.Names), MemberType = typeof(Cultures))]
    public void Results_ToString_in_any_culture_returns_names_and_invariant_numbers(string culture)
    {
        var variables = new WeatherVariable[] { new() { Metadata = new() { Name = "Wind" } }, new() { Metadata = new() { Id = "x:gfs" } } };
        var keyframe = new WeatherKeyframe { Id = "k", Timestamp = new DateTimeOffset(2026, 1, 2, 6, 0, 0, TimeSpan.FromHours(2)) };
        var matrices = new WeatherTileMatrixSet { Items = [new() { Zoom = 1, Columns = 2, Rows = 3 }] };

        Assert.Equal("Wind, x:gfs", Cultures.In(culture, () => string.Join(", ", variables.AsEnumerable())));
        Assert.Equal("2026-01-02 04:00:00Z k", Cultures.In(culture, () => keyframe.ToString()));
        Assert.Equal("zoom 1: 2 x 3 tiles", Cultures.In(culture, () => matrices.ToString()));
    }
}
