using System.Text.Json;
using MapTiler.Emulator.Weather;
using Microsoft.Extensions.Time.Testing;
using SkiaSharp;

namespace MapTiler.Emulator.Tests;

public sealed class WeatherEndpointTests() : EmulatorTest(new() { TimeProvider = new FakeTimeProvider(Now) })
{
    private const int TileSize = 256;

    private static readonly DateTimeOffset Now = new(2026, 3, 1, 7, 30, 0, TimeSpan.Zero);

    [Fact]
    public async Task Catalog_has_wind_in_two_channels_and_other_variables_in_one()
    {
        var variables = (await GetJsonAsync("/weather/latest.json")).GetProperty("variables").EnumerateArray().ToArray();

        Assert.Equal(
            [
                ("wind-10m:gfs", "rg"), ("temperature-2m:gfs", "r"), ("precipitation-1h:gfs", "r"), ("pressure-msl:gfs", "r"),
                ("frozen_precipitation-1h:gfs", "r"), ("radar-composite:gfs", "r"), ("cloud_cover-total:gfs", "r"),
            ],
            variables.Select(v => v.GetProperty("metadata").GetProperty("weather_variable"))
                .Select(w => (w.GetProperty("variable_id").GetString()!, w.GetProperty("decoding").GetProperty("channels").GetString()!)));
        Assert.All(variables, v =>
        {
            Assert.Equal("3857", v.GetProperty("spatial_ref_sys").GetProperty("auth_srid").GetString());
            Assert.Equal("png", v.GetProperty("tile_format").GetString());
            Assert.Equal(4, v.GetProperty("bounds").GetArrayLength());
            Assert.Equal(5, v.GetProperty("tile_matrix_set").GetProperty("items").GetArrayLength());
            Assert.Equal("2026-03-01T06:00:00+00:00", v.GetProperty("keyframes")[0].GetProperty("timestamp").GetString());
        });
        var ids = variables.SelectMany(v => v.GetProperty("keyframes").EnumerateArray()).Select(k => k.GetProperty("id").GetString()).ToArray();
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(ids, id => Assert.True(Guid.TryParseExact(id, "D", out _)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Keyframe_decodes_to_the_value_of_the_field(int index)
    {
        var variable = (await GetJsonAsync("/weather/latest.json")).GetProperty("variables")[index];
        var decoding = variable.GetProperty("metadata").GetProperty("weather_variable").GetProperty("decoding");
        var (min, max) = (decoding.GetProperty("min").GetDouble(), decoding.GetProperty("max").GetDouble());
        var keyframe = variable.GetProperty("keyframes")[2];
        using var tile = TestImages.Decode(await GetBytesAsync($"/tiles/{keyframe.GetProperty("id").GetString()}/1/1/0.png"), SKEncodedImageFormat.Png);
        Assert.Equal(TileSize, tile.Width);

        foreach (var (column, row) in (ReadOnlySpan<(int, int)>)[(0, 0), (255, 255), (100, 200), (60, 180)])
        {
            var longitude = ((1 + ((column + 0.5) / TileSize)) / 2 * 360) - 180;
            var latitude = Math.Atan(Math.Sinh(Math.PI * (1 - (row + 0.5) / TileSize))) * 180 / Math.PI;
            var (red, green) = Expected(index, longitude, latitude, keyframe.GetProperty("timestamp"));
            var pixel = tile.GetPixel(column, row);
            Assert.Equal(red, Decode(pixel.Red), (max - min) / 500);
            Assert.Equal(green ?? min, Decode(pixel.Green), (max - min) / 500);
        }

        double Decode(byte channel) => min + (channel / 255d * (max - min));
    }

    [Fact]
    public void Every_field_varies_within_its_range()
    {
        foreach (var variable in WeatherVariable.All)
        {
            var values = new List<double>();
            for (var longitude = -180; longitude <= 180; longitude += 15)
            {
                for (var latitude = -85; latitude <= 85; latitude += 5)
                    values.Add(variable.At(longitude, latitude, Now).Red);
            }

            Assert.All(values, v => Assert.InRange(v, variable.Min, variable.Max));
            Assert.True(values.Max() - values.Min() > (variable.Max - variable.Min) / 10, variable.Id);
        }
    }

    private static (double Red, double? Green) Expected(int index, double longitude, double latitude, JsonElement timestamp)
    {
        var time = timestamp.GetDateTimeOffset();
        return index switch
        {
            0 => WeatherFields.Wind(longitude, latitude, time),
            1 => (WeatherFields.Temperature(longitude, latitude, time), null),
            2 => (WeatherFields.Precipitation(longitude, latitude, time), null),
            3 => (WeatherFields.Pressure(longitude, latitude, time), null),
            4 => (WeatherFields.FrozenPrecipitation(longitude, latitude, time), null),
            5 => (WeatherFields.Radar(longitude, latitude, time), null),
            _ => (WeatherFields.CloudCover(longitude, latitude, time), null),
        };
    }
}
