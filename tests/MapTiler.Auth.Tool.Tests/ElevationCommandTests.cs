using System.Globalization;
using MapTiler.Emulator;

namespace MapTiler.Tool.Tests;

public sealed class ElevationCommandTests : IDisposable
{
    private readonly Tool _tool;

    public ElevationCommandTests(EmulatorFixture fixture)
    {
        _tool = new(fixture.Emulator);
        _tool.Write("track.gpx", Tracks.Gpx);
        _tool.Write("track.geojson", Tracks.GeoJson);
    }

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("track.gpx")]
    [InlineData("track.geojson")]
    public async Task Profile_of_a_file_starts_and_ends_with_its_line(string file)
    {
        var profile = (await _tool.RunAsync("elevation", file, "--spacing", "1000", "--json")).Json("elevation");

        var points = profile.GetProperty("points").EnumerateArray().ToList();
        Assert.Equal((8.0, 46.5, 0.0), (points[0].GetProperty("longitude").GetDouble(), points[0].GetProperty("latitude").GetDouble(), points[0].GetProperty("distance").GetDouble()));
        Assert.Equal((8.3, 46.7), (points[^1].GetProperty("longitude").GetDouble(), points[^1].GetProperty("latitude").GetDouble()));
        Assert.InRange(profile.GetProperty("distance").GetDouble(), 32_000, 34_000);
        Assert.Equal(ElevationSurface.At(8.0, 46.5), points[0].GetProperty("elevation").GetDouble(), 1.0);
        Assert.Equal(points.Max(point => point.GetProperty("elevation").GetDouble()), profile.GetProperty("max").GetDouble());
    }

    [Fact]
    public async Task Profile_is_written_as_CSV_with_invariant_numbers()
    {
        var result = await _tool.RunAsync("elevation", "track.gpx", "--csv", "--spacing", "10000");

        Assert.Equal("distance,longitude,latitude,elevation", result.Lines[0]);
        Assert.Equal(5, result.Lines.Length - 1);
        Assert.All(result.Lines.Skip(1), line => Assert.All(line.Split(','), field => double.Parse(field, NumberStyles.Float, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Profile_is_written_to_a_pipe_as_rows_without_a_header()
    {
        var result = await _tool.RunAsync("elevation", "track.gpx", "--spacing", "10000");

        Assert.Equal((5, ""), (result.Lines.Length, result.Error));
        Assert.StartsWith("0|8|46.5|", result.Rows()[0], StringComparison.Ordinal);
        Assert.All(result.Lines, line => Assert.Equal(4, line.Split('\t').Select(field => double.Parse(field, NumberStyles.Float, CultureInfo.InvariantCulture)).Count()));
    }

    [Fact]
    public async Task Chart_in_a_terminal_has_at_most_80_columns_and_a_summary()
    {
        Tool.SkipWithoutTerminal();

        var result = await _tool.RunInTerminalAsync($"stty cols 80; NO_COLOR=1 {Tool.Executable} elevation track.gpx");

        Assert.Equal(11, result.Lines.Length);
        Assert.All(result.PlainLines, line => Assert.InRange(line.Length, 0, 80));
        Assert.Contains("█", result.Lines[9], StringComparison.Ordinal);
        Assert.Contains(" km, ", result.Lines[10], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Elevation_of_a_location_is_one_number()
    {
        var feet = (await _tool.RunAsync("elevation", "8.0,46.5", "--feet")).Output;

        Assert.EndsWith(" ft\n", feet, StringComparison.Ordinal);
        Assert.Equal(ElevationSurface.At(8.0, 46.5) / 0.3048, double.Parse(feet[..^4], CultureInfo.InvariantCulture), 4.0);
    }

    [Theory]
    [InlineData("missing.gpx", "cannot be read")]
    [InlineData("point.geojson", "no line")]
    [InlineData("broken.geojson", "not a GPX file")]
    [InlineData("broken.gpx", "not a GPX file")]
    [InlineData("range.gpx", "not a GPX file")]
    public async Task File_without_a_line_is_one_line(string file, string message)
    {
        _tool.Write("point.geojson", """{"type":"Point","coordinates":[1,1]}""");
        _tool.Write("broken.geojson", """{"type":"LineString","coordinates":[[1],[2,2]]}""");
        _tool.Write("broken.gpx", "<gpx><trk>");
        _tool.Write("range.gpx", """<gpx><trk><trkseg><trkpt lat="95" lon="8"/></trkseg></trk></gpx>""");

        Assert.Contains(message, (await _tool.RunAsync("elevation", file)).ErrorLine(2), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rejected_key_is_exit_code_3()
    {
        _tool["MAPTILER_API_KEY"] = "fakeUnknownKey123456";

        Assert.Contains("maptiler check", (await _tool.RunAsync("elevation", "track.gpx")).ErrorLine(3), StringComparison.Ordinal);
    }
}
