using System.Globalization;
using System.Text.Json;
using MapTiler.Emulator.Coordinates;

namespace MapTiler.Emulator.Tests;

public sealed class CoordinateTransformEndpointTests : EmulatorTest
{
    // Published control points and the definitions of the origins; meters, and degrees on WGS 84.
    [Theory]
    [InlineData(3857, "16.3731,48.2083", 1822645.2, 6141578.76, 0.1)]
    [InlineData(32631, "3,0", 500000, 0, 0.01)]
    [InlineData(32733, "15,0", 500000, 10000000, 0.01)]
    [InlineData(32633, "17,50", 643329.12, 5540547.37, 0.1)]
    [InlineData(25832, "9,0", 500000, 0, 0.01)]
    [InlineData(25833, "17,50", 643329.12, 5540547.37, 0.1)]
    [InlineData(3035, "10,52", 4321000, 3210000, 0.01)]
    [InlineData(2154, "3,46.5", 700000, 6600000, 0.01)]
    [InlineData(2056, "8.7304972,46.0441306", 2699999.8, 1099999.9, 1)]
    [InlineData(28992, "5.3872036,52.1551744", 155000, 463000, 1)]
    [InlineData(27700, "-0.1276,51.5072", 530043, 180358, 5)]
    [InlineData(5514, "14.4208,50.0880", -742833.7, -1042949.53, 0.1)]
    public async Task Points_are_transformed_in_both_directions(int system, string point, double x, double y, double tolerance)
    {
        var there = Assert.Single((await TransformAsync(point, $"t_srs={system}")).GetProperty("results").EnumerateArray());
        Assert.Equal(x, there.GetProperty("x").GetDouble(), tolerance);
        Assert.Equal(y, there.GetProperty("y").GetDouble(), tolerance);

        var back = (await TransformAsync(Pair(there), $"s_srs={system}")).GetProperty("results")[0];
        var expected = point.Split(',').Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(expected[0], back.GetProperty("x").GetDouble(), 5e-6);
        Assert.Equal(expected[1], back.GetProperty("y").GetDouble(), 5e-6);
    }

    [Fact]
    public async Task Every_system_with_a_definition_can_be_computed()
    {
        foreach (var item in EpsgRegistry.Shared.Items.Where(i => i is { Wkt: not null, Bbox: not null }))
        {
            var (longitude, latitude) = ((item.Bbox![0] + item.Bbox[2]) / 2, (item.Bbox[1] + item.Bbox[3]) / 2);
            var point = string.Create(CultureInfo.InvariantCulture, $"{longitude},{latitude}");
            var there = (await TransformAsync(point, $"t_srs={item.Code}")).GetProperty("results")[0];
            Assert.True(there.TryGetProperty("x", out _), $"{item.Code} {item.Name}");
            var back = (await TransformAsync(Pair(there), $"s_srs={item.Code}")).GetProperty("results")[0];
            Assert.True(Math.Abs(back.GetProperty("x").GetDouble() - longitude) < 1e-4 && Math.Abs(back.GetProperty("y").GetDouble() - latitude) < 1e-4,
                $"{item.Code} {item.Name}: {point} {there} {back}");
        }
    }

    [Fact]
    public async Task Elevations_are_unchanged_and_invalid_points_are_empty()
    {
        var response = await TransformAsync("17,50,300;17,95;17,50", "t_srs=32633");

        var results = response.GetProperty("results").EnumerateArray().ToArray();
        Assert.Equal(300, results[0].GetProperty("z").GetDouble());
        Assert.Empty(results[1].EnumerateObject());
        Assert.Equal(["x", "y"], results[2].EnumerateObject().Select(p => p.Name));
        Assert.Equal("auto", response.GetProperty("transformer_selection_strategy").GetString());
    }

    [Fact]
    public async Task Listed_operations_replace_the_default_one()
    {
        var usual = await TransformAsync("17,50", "t_srs=5514");
        var fifth = await TransformAsync("17,50", "t_srs=5514&ops=5239%7C1623");
        var third = await TransformAsync("17,50", "t_srs=5514&ops=15965");

        Assert.Equal("listed", fifth.GetProperty("transformer_selection_strategy").GetString());
        Assert.Equal(Pair(usual.GetProperty("results")[0]), Pair(fifth.GetProperty("results")[0]));
        Assert.InRange(Math.Abs(X(usual) - X(third)), 0.1, 50);

        static double X(JsonElement response) => response.GetProperty("results")[0].GetProperty("x").GetDouble();
    }

    [Theory]
    [InlineData("15,50", "5239")]
    [InlineData("17.7,49.2", "5239")]
    [InlineData("19.5,48.5", "4836")]
    [InlineData("13,47.8", "15965")]
    public async Task Most_accurate_operation_for_a_location_is_the_default_one(string point, string operation)
    {
        var usual = await TransformAsync(point, "t_srs=5514");
        var listed = await TransformAsync(point, $"t_srs=5514&ops={operation}");
        Assert.Equal(Pair(listed.GetProperty("results")[0]), Pair(usual.GetProperty("results")[0]));
    }

    // By cs2cs of PROJ 9 without grids.
    [Theory]
    [InlineData(31469, "14.97,51.18", 5498039.768, 5671666.323)] // East Germany: 15869
    [InlineData(31469, "13.6,48", 5395664.689, 5318930.423)] // West Germany: 1777
    [InlineData(31468, "10.97,51.18", 4428082.355, 5672172.276)] // both, the more accurate one
    [InlineData(31468, "11.5,48.1", 4462867.274, 5329225.393)]
    [InlineData(31467, "9,48", 3500076.377, 5317987.360)]
    [InlineData(31466, "6.96,50.94", 2567518.108, 5645411.096)]
    [InlineData(23031, "2.35,48.85", 452406.933, 5411192.535)] // France
    [InlineData(23031, "2.17,41.38", 430692.420, 4581478.953)] // Spain
    [InlineData(23031, "3,56", 500091.279, 6206292.308)] // North Sea
    [InlineData(23031, "4,70", 538263.208, 7766406.568)] // Norwegian Sea
    [InlineData(23030, "-8,43", 92533.394, 4773165.331)] // the northwest of Spain
    [InlineData(23030, "-1,51.5", 638921.568, 5707543.607)] // England
    [InlineData(23029, "-9.1,38.7", 491425.736, 4283694.350)] // Portugal
    [InlineData(23032, "9,56", 500080.745, 6206286.533)] // Denmark
    [InlineData(23034, "23.7,38", 737136.369, 4209437.611)] // Greece
    [InlineData(23035, "28,41", 584144.167, 4539426.394)] // Türkiye
    [InlineData(31287, "15.4,47.07", 556964.607, 354348.408)] // Styria
    [InlineData(5514, "5,45", -1550956.430, -1457170.306)] // far from its area
    [InlineData(2056, "15,50", 3142089.916, 1565376.695)]
    [InlineData(27700, "5,45", 951654.043, -520579.803)]
    public async Task A_point_is_transformed_by_the_operation_of_its_area(int system, string point, double x, double y)
    {
        var there = (await TransformAsync(point, $"t_srs={system}")).GetProperty("results")[0];
        Assert.Equal(x, there.GetProperty("x").GetDouble(), 0.05);
        Assert.Equal(y, there.GetProperty("y").GetDouble(), 0.05);
    }

    [Theory]
    [InlineData("code:31469", 15869)]
    [InlineData("code:4314", 1777)]
    [InlineData("code:4230", 1133)]
    [InlineData("code:5514", 5239)]
    [InlineData("code:27700", 1314)]
    public async Task The_default_transformation_is_the_one_for_the_largest_part_of_the_area(string query, int operation) =>
        Assert.Equal(operation, (await GetJsonAsync($"/coordinates/search/{query}.json")).GetProperty("results")[0].GetProperty("default_transformation").GetProperty("code").GetInt32());

    [Fact]
    public async Task Datums_are_treated_as_equal_outside_of_all_operations()
    {
        var (geographic, degrees) = (await TransformAsync("10,50", "t_srs=4277"), await TransformAsync("10,50", "t_srs=4326"));
        Assert.Equal(Pair(degrees.GetProperty("results")[0]), Pair(geographic.GetProperty("results")[0]));
    }

    private static string Pair(JsonElement point) =>
        string.Create(CultureInfo.InvariantCulture, $"{point.GetProperty("x").GetDouble():F9},{point.GetProperty("y").GetDouble():F9}");

    private Task<JsonElement> TransformAsync(string points, string query) => GetJsonAsync($"/coordinates/transform/{points}.json?{query}");
}
