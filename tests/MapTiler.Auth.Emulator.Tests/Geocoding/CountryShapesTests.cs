using System.Text.Json;

namespace MapTiler.Emulator.Tests;

/// <summary>Countries by their outlines, in reverse searches and as shapes.</summary>
public sealed class CountryShapesTests : GeocodingTest
{
    [Theory]
    [InlineData("3,23", "dz")] // the Sahara, far from any place
    [InlineData("-45,75", "gl")]
    [InlineData("100,68", "ru")]
    [InlineData("177.5,65.5", "ru")]
    [InlineData("-175,66.5", "ru")] // beyond the antimeridian
    [InlineData("133,-24", "au")]
    [InlineData("28.3,-29.5", "ls")] // a hole in another country
    [InlineData("7.59,47.56", "ch")] // Basel, nearer to its people than outlines are
    [InlineData("-1.5,52.5", "gb")]
    public async Task Country_of_a_location_is_that_of_the_outline(string position, string code)
    {
        var country = Assert.Single(await FeaturesAsync(position, "?types=country"));
        Assert.Equal(code, Text(country.GetProperty("properties"), "country_code"));
        Assert.Contains(await FeaturesAsync(position), f => Text(f, "id") == Text(country, "id"));
    }

    [Theory]
    [InlineData("-6,45.5")]
    [InlineData("12,40.2")]
    public async Task Location_at_sea_has_no_country(string position) => Assert.Empty(await FeaturesAsync(position));

    [Fact]
    public async Task All_places_of_a_response_are_in_one_country()
    {
        foreach (var position in new[] { "6.1,46.2", "9.53,47.15", "7.42,43.73", "16.6,48.7", "14.9,50.95", "-117.05,32.53", "4.8,50.5", "28.2,-30.5" })
        {
            var codes = (await FeaturesAsync(position, "?types=continental_marine&excludeTypes=true")).Select(f => Text(f.GetProperty("properties"), "country_code")).Distinct();
            Assert.Single(codes);
        }
    }

    [Fact]
    public async Task Shape_of_a_country_contains_its_towns()
    {
        var geometry = (await FirstAsync("country.756", "?worldview=ch")).GetProperty("geometry");
        Assert.Equal("Polygon", Text(geometry, "type"));
        var ring = Ring(geometry.GetProperty("coordinates")[0]);

        Assert.Equal(ring[0], ring[^1]);
        Assert.True(ring.Length > 10);
        Assert.True(SignedArea(ring) > 0, "Outer rings run counterclockwise.");
        Assert.All(ring, p => Assert.InRange(p[0], 5.5, 10.9));
    }

    [Fact]
    public async Task Shape_is_cut_at_the_antimeridian_with_its_holes()
    {
        var fiji = (await FirstAsync("country.242")).GetProperty("geometry");
        Assert.Equal("MultiPolygon", Text(fiji, "type"));
        foreach (var polygon in fiji.GetProperty("coordinates").EnumerateArray())
            Assert.All(Ring(polygon[0]), p => Assert.InRange(p[0], -180, 180));

        var southAfrica = (await FirstAsync("country.710")).GetProperty("geometry");
        var polygons = Text(southAfrica, "type") == "Polygon"
            ? [southAfrica.GetProperty("coordinates")]
            : southAfrica.GetProperty("coordinates").EnumerateArray().ToArray();
        var lesotho = Assert.Single(polygons, p => p.GetArrayLength() == 2)[1];
        Assert.True(SignedArea(Ring(lesotho)) < 0, "Holes run clockwise.");
    }

    [Fact]
    public async Task Default_worldview_omits_disputed_areas()
    {
        var crimea = await FirstAsync("Sevastopol");
        Assert.False(crimea.GetProperty("properties").TryGetProperty("country_code", out _));
        Assert.DoesNotContain(crimea.GetProperty("context").EnumerateArray(), c => Text(c, "id").StartsWith("country.", StringComparison.Ordinal));
        Assert.Equal("Point", Text((await FirstAsync("country.356")).GetProperty("geometry"), "type"));

        foreach (var view in new[] { "ch", "us", "auto" })
        {
            Assert.NotEmpty(Text((await FirstAsync("Sevastopol", $"?worldview={view}")).GetProperty("properties"), "country_code"));
            Assert.NotEqual("Point", Text((await FirstAsync("country.356", $"?worldview={view}")).GetProperty("geometry"), "type"));
        }
    }

    private static double[][] Ring(JsonElement ring) =>
        [.. ring.EnumerateArray().Select(p => p.EnumerateArray().Select(n => n.GetDouble()).ToArray())];

    private static double SignedArea(double[][] ring) =>
        ring.Zip(ring.Skip(1), (a, b) => (a[0] * b[1]) - (b[0] * a[1])).Sum() / 2;
}
