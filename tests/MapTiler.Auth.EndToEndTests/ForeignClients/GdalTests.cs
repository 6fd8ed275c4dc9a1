using System.Globalization;
using System.Text.Json;
using MapTiler.Emulator;
using SkiaSharp;

namespace MapTiler.EndToEndTests.ForeignClients;

/// <summary>The WMTS driver of GDAL reads maps and tilesets of the emulator by their capabilities.</summary>
public sealed class GdalTests
{
    private const double HalfInMeters = 20037508.342789244;
    private const int TileSize = 512;

    // A tile in central Europe.
    private const int Z = 5;
    private const int X = 17;
    private const int Y = 10;

    [Theory]
    [InlineData("maps/streets-v4", "png", 1 << 30)] // GDAL leaves out the zooms whose width is more than an integer
    [InlineData("tiles/terrain-rgb-v2", "webp", TileSize << 14)]
    public async Task GDAL_reads_a_window_of_one_tile_with_the_pixels_of_the_tile(string resource, string format, int width)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: cancellation);
        var folder = Directory.CreateTempSubdirectory("gdal");
        try
        {
            var environment = new Dictionary<string, string> { ["GDAL_DEFAULT_WMS_CACHE_PATH"] = Path.Combine(folder.FullName, "cache") };
            var service = $"WMTS:{emulator.BaseAddress}{resource}/WMTSCapabilities.xml?key={emulator.ApiKey}";

            var description = await OtherProgram.RunAsync("gdalinfo", ["-json", service], environment: environment);
            var window = Path.Combine(folder.FullName, "window.png");
            await OtherProgram.RunAsync("gdal_translate", ["-q", "-of", "PNG", "-projwin", .. Window(), "-outsize", $"{TileSize}", $"{TileSize}", service, window], environment: environment);

            using var json = JsonDocument.Parse(description);
            Assert.Equal(width, json.RootElement.GetProperty("size")[0].GetInt32());
            Assert.Contains("\"EPSG\",3857", json.RootElement.GetProperty("coordinateSystem").GetProperty("wkt").GetString());
            using var client = new HttpClient { BaseAddress = emulator.BaseAddress };
            using var tile = SKBitmap.Decode(await client.GetByteArrayAsync($"{resource}/{Z}/{X}/{Y}.{format}?key={emulator.ApiKey}", cancellation));
            using var read = SKBitmap.Decode(window);
            Assert.Equal(Colors(tile), Colors(read));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<string> Window()
    {
        var size = 2 * HalfInMeters / Math.Pow(2, Z);
        double[] corners = [(X * size) - HalfInMeters, HalfInMeters - (Y * size), ((X + 1) * size) - HalfInMeters, HalfInMeters - ((Y + 1) * size)];
        return corners.Select(corner => corner.ToString("R", CultureInfo.InvariantCulture));
    }

    private static uint[] Colors(SKBitmap bitmap) => Array.ConvertAll(bitmap.Pixels, pixel => (uint)pixel & 0xFFFFFF);
}
