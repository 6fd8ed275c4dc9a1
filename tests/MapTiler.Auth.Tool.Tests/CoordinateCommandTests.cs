using System.Globalization;
using System.Text.Json;

namespace MapTiler.Tool.Tests;

public sealed class CoordinateCommandTests : IDisposable
{
    private readonly Tool _tool;

    public CoordinateCommandTests(EmulatorFixture fixture) => _tool = new(fixture.Emulator);

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task Points_are_transformed_in_their_order()
    {
        var result = await _tool.RunAsync("transform", "--to", "2056", "8.5417,47.3769", "7.4386,46.9511");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        var eastings = result.Lines.Select(line => double.Parse(line.Split(',')[0], CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(2_683_300, eastings[0], 500.0);
        Assert.Equal(2_600_000, eastings[1], 500.0); // near the origin of the system, which is Bern
    }

    [Fact]
    public async Task Points_of_the_standard_input_are_transformed_to_lines_of_JSON()
    {
        var result = await _tool.RunWithInputAsync("2600072.37 1200147.07\n\n2683263,1247933,400\n", "transform", "--from", "2056", "-", "--json");

        var points = result.Lines.Select(line => new ToolResult(0, line, "").Json("transform")).ToList();
        Assert.Equal(2, points.Count);
        Assert.Equal(7.4386, points[0].GetProperty("x").GetDouble(), 0.01);
        Assert.Equal(46.9511, points[0].GetProperty("y").GetDouble(), 0.01);
    }

    [Theory]
    [InlineData("transform --to 2056 8.5", "not a point")]
    [InlineData("transform --to here 8.5,47", "--to")]
    public async Task Invalid_point_is_one_line(string arguments, string message) =>
        Assert.Contains(message, (await _tool.RunAsync(arguments.Split(' '))).ErrorLine(2), StringComparison.Ordinal);

    [Theory]
    [InlineData("2056")]
    [InlineData("EPSG:2056")]
    public async Task Systems_are_found_by_code_with_their_transformations(string query)
    {
        var result = (await _tool.RunAsync("crs", query, "--transformations", "--json")).Json("crs");

        var system = result.GetProperty("systems").EnumerateArray().First();
        Assert.Equal("EPSG:2056", system.GetProperty("code").GetString());
        Assert.NotEqual(0, system.GetProperty("transformations").GetArrayLength());
    }

    [Fact]
    public async Task Systems_in_a_pipe_are_one_line_each()
    {
        var result = await _tool.RunAsync("crs", "LV95");

        Assert.NotEmpty(result.Lines);
        Assert.All(result.Lines, line => Assert.Matches("^EPSG:[0-9]+\t[^\t]+\t[^\t]*\t[^\t]*$", line));
    }

    [Fact]
    public async Task Transformations_in_a_pipe_are_further_columns()
    {
        var result = await _tool.RunAsync("crs", "2056", "--transformations");

        Assert.NotEmpty(result.Lines);
        Assert.All(result.Lines, line => Assert.Matches("^EPSG:2056\t[^\t]+\t[^\t]*\t[^\t]*\tEPSG:[0-9]+\t[^\t]+\t[0-9.]*$", line));
    }

    [Fact]
    public async Task System_that_does_not_exist_is_an_empty_result()
    {
        var result = await _tool.RunAsync("crs", "qqqqxyz");

        Assert.Equal((0, "", "Nothing was found.\n"), (result.ExitCode, result.Output, result.Error));
        Assert.Equal(JsonValueKind.Array, (await _tool.RunAsync("crs", "qqqqxyz", "--json")).Json("crs").GetProperty("systems").ValueKind);
    }
}
