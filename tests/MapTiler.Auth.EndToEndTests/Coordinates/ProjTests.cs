using System.Globalization;
using System.Text.Json;
using MapTiler.Emulator;

namespace MapTiler.EndToEndTests.Coordinates;

/// <summary>The coordinates of the emulator compared with those of PROJ, without grids, over the area of each system.</summary>
public sealed class ProjTests
{
    private const int Steps = 9;
    private const int BatchSize = 50;

    // In meters. At the edges of the areas from 5514 on, PROJ uses other operations, and for DHDN a grid that many installations have.
    [Theory]
    [InlineData(3857, -180, -85, 180, 85, 0.01)]
    [InlineData(2154, -9.86, 41.15, 10.38, 51.56, 0.01)]
    [InlineData(32633, 12, 0, 18, 84, 0.01)]
    [InlineData(5514, 12.09, 47.73, 22.56, 51.06, 5)]
    [InlineData(27700, -9.01, 49.75, 2.01, 61.01, 5)]
    [InlineData(31467, 7.5, 47.27, 10.5, 55.09, 5, true)]
    [InlineData(31469, 13.5, 50.3, 15, 54.7, 5, true)]
    [InlineData(31287, 9.53, 46.4, 17.17, 49.02, 5, true)]
    [InlineData(23031, 0, 38.56, 6.01, 62, 10)]
    public async Task Transformed_points_in_the_area_of_a_system_equal_those_of_PROJ(
        int system, double west, double south, double east, double north, double tolerance, bool isNorthingFirst = false)
    {
        var points = Grid(west, south, east, north);
        var expected = await ByProjAsync(system, points);
        if (isNorthingFirst)
            expected = Array.ConvertAll(expected, p => (p.Y, p.X));
        var actual = await ByEmulatorAsync(system, points);

        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < points.Length; i++)
        {
            var distance = Math.Sqrt(Math.Pow(actual[i].X - expected[i].X, 2) + Math.Pow(actual[i].Y - expected[i].Y, 2));
            Assert.True(distance <= tolerance, Invariant($"{points[i]}: {actual[i]} is {distance:F3} m from {expected[i]}"));
        }
    }

    private static (double X, double Y)[] Grid(double west, double south, double east, double north) =>
    [
        .. from column in Enumerable.Range(0, Steps + 1)
           from row in Enumerable.Range(0, Steps + 1)
           select (west + ((east - west) * column / Steps), south + ((north - south) * row / Steps)),
    ];

    private static async Task<(double X, double Y)[]> ByProjAsync(int system, (double X, double Y)[] points)
    {
        // PROJ uses the axis order of EPSG:4326, latitude first.
        var input = string.Concat(points.Select(p => Invariant($"{p.Y:R} {p.X:R}\n")));
        var output = await OtherProgram.RunAsync("cs2cs", ["-f", "%.4f", "EPSG:4326", Invariant($"EPSG:{system}")], input: input,
            environment: new Dictionary<string, string> { ["PROJ_NETWORK"] = "OFF" });
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(['\t', ' '])).Select(n => (Number(n[0]), Number(n[1])))];
    }

    private static async Task<(double X, double Y)[]> ByEmulatorAsync(int system, (double X, double Y)[] points)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: cancellation);
        using var client = new HttpClient { BaseAddress = emulator.BaseAddress };
        var found = new List<(double, double)>();
        foreach (var batch in points.Chunk(BatchSize))
        {
            var coordinates = string.Join(';', batch.Select(p => Invariant($"{p.X:R},{p.Y:R}")));
            var response = await client.GetStringAsync(Invariant($"coordinates/transform/{coordinates}.json?t_srs={system}&key={emulator.ApiKey}"), cancellation);
            using var json = JsonDocument.Parse(response);
            found.AddRange(json.RootElement.GetProperty("results").EnumerateArray().Select(r => (r.GetProperty("x").GetDouble(), r.GetProperty("y").GetDouble())));
        }

        return [.. found];
    }

    private static double Number(string value) => double.Parse(value, CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
