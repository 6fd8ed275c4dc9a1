using System.Globalization;
using SkiaSharp;

namespace MapTiler.Emulator.Tests;

public sealed class ElevationEndpointTests : EmulatorTest
{
    [Fact]
    public async Task Response_has_each_position_with_its_elevation()
    {
        var response = await GetJsonAsync("/elevation/17,50;-133.5,58.39.json");

        Assert.Equal(2, response.GetArrayLength());
        Assert.Equal([17, 50], response[0].EnumerateArray().Take(2).Select(n => n.GetDouble()));
        Assert.Equal(ElevationSurface.At(17, 50), response[0][2].GetDouble(), 0.06);
        Assert.Equal(ElevationSurface.At(-133.5, 58.39), response[1][2].GetDouble(), 0.06);
    }

    [Fact]
    public async Task Response_to_one_position_is_an_array() =>
        Assert.Equal(1, (await GetJsonAsync("/elevation/179.999999,-85.json")).GetArrayLength());

    [Fact]
    public async Task Elevation_in_feet_is_the_elevation_in_meters_divided_by_0_3048()
    {
        var meters = (await GetJsonAsync("/elevation/17,50.json?unit=meters"))[0][2].GetDouble();
        var feet = (await GetJsonAsync("/elevation/17,50.json?unit=feet"))[0][2].GetDouble();
        Assert.Equal(meters, feet * 0.3048, 0.001);
    }

    [Fact]
    public async Task Geolocation_returns_the_same_elevation() =>
        Assert.Equal(
            (await GetJsonAsync("/geolocation/ip.json?elevation=true")).GetProperty("elevation").GetDouble(),
            (await GetJsonAsync("/elevation/8.55,47.36667.json"))[0][2].GetDouble(),
            0.5);

    [Theory]
    [InlineData(14, 8717, 5684)]
    [InlineData(12, 2200, 1400)]
    [InlineData(12, 0, 0)]
    public async Task Terrain_tiles_have_the_same_elevations(int z, int x, int y)
    {
        using var tile = TestImages.Decode(
            await GetBytesAsync(string.Create(CultureInfo.InvariantCulture, $"/tiles/terrain-rgb-v2/{z}/{x}/{y}.webp")), SKEncodedImageFormat.Webp);
        foreach (var (column, row) in (ReadOnlySpan<(int, int)>)[(0, 0), (511, 511), (256, 100), (17, 400)])
        {
            var pixel = tile.GetPixel(column, row);
            var meters = -10000 + (((pixel.Red * 65536) + (pixel.Green * 256) + pixel.Blue) * 0.1);

            var size = Math.Pow(2, z);
            var longitude = ((x + ((column + 0.5) / 512)) / size * 360) - 180;
            var latitude = Math.Atan(Math.Sinh(Math.PI * (1 - (2 * (y + ((row + 0.5) / 512)) / size)))) * 180 / Math.PI;
            Assert.Equal(ElevationSurface.At(longitude, latitude), meters, 0.051);
            Assert.Equal(255, pixel.Alpha);
        }
    }

    [Fact]
    public void Surface_is_continuous_at_the_antimeridian() =>
        Assert.All(Enumerable.Range(-85, 171), latitude => Assert.Equal(ElevationSurface.At(-180, latitude), ElevationSurface.At(180, latitude), 1e-6));

    [Fact]
    public void Ocean_is_below_sea_level() =>
        Assert.All(Enumerable.Range(-180, 361), longitude => Assert.InRange(ElevationSurface.OceanAt(longitude, longitude / 3d), -10000, 0));
}
