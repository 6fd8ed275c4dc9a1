using System.Globalization;
using MapTiler.GeoJson;

namespace MapTiler.Tests.Conventions;

public class CultureTests
{
    public static TheoryData<string> All => [.. Cultures.All];

    [Fact]
    public void The_cultures_of_this_machine_are_real() // else the matrix would prove nothing
    {
        Assert.Equal("-1,5", (-1.5).ToString(CultureInfo.GetCultureInfo("cs-CZ")));
        Assert.Equal("\u22121,5", (-1.5).ToString(CultureInfo.GetCultureInfo("sv-SE")));
        Assert.Contains("\u066B", 1.5.ToString(CultureInfo.GetCultureInfo("fa-IR")), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(All))]
    public void LngLat_in_any_culture_has_the_same_text(string culture) =>
        Assert.Equal("-16.6068,49.1952", Cultures.In(culture, () => new LngLat(-16.6068, 49.1952).ToString()));

    [Theory, MemberData(nameof(All))]
    public void BoundingBox_in_any_culture_has_the_same_text(string culture) =>
        Assert.Equal("-16.6068,-49.5,0.0000001,49.1952", Cultures.In(culture, () => new BoundingBox(-16.6068, -49.5, 1e-7, 49.1952).ToString()));

    [Theory, MemberData(nameof(All))]
    public void MapView_in_any_culture_has_the_same_text(string culture) =>
        Assert.Equal("12.25/-49.19520/16.60680", Cultures.In(culture, () => new MapView(new LngLat(16.6068, -49.1952), 12.25).ToString()));

    [Theory, MemberData(nameof(All))]
    public void Position_in_any_culture_has_the_same_text(string culture) =>
        Assert.Equal("-16.6068,49.1952,235.5", Cultures.In(culture, () => new GeoJsonPosition(-16.6068, 49.1952, 235.5).ToString()));
}
