using MapTiler.StaticMaps;

namespace MapTiler.Tests.StaticMaps;

public sealed class MapColorTests
{
    [Theory]
    [InlineData("red", "red")]
    [InlineData(" RebeccaPurple ", "rebeccapurple")]
    [InlineData("#123", "#112233")]
    [InlineData("#1234", "#11223344")]
    [InlineData("#AbCdEf", "#abcdef")]
    [InlineData("#AbCdEf80", "#abcdef80")]
    [InlineData("rgb(1,2,3)", "#010203")]
    [InlineData("rgb( 255 , 128 , 0 )", "#ff8000")]
    [InlineData("rgba(1,2,3,0.5)", "#01020380")]
    [InlineData("rgba(1,2,3,1)", "#010203")]
    [InlineData("transparent", "transparent")]
    [InlineData("#112233ff", "#112233")]
    [InlineData("#123F", "#112233")]
    [InlineData("#1122ff", "#1122ff")]
    [InlineData("#12f", "#1122ff")]
    public void Parse_with_any_notation_returns_the_canonical_color(string value, string expected)
    {
        Assert.Equal(expected, MapColor.Parse(value).ToString());
        Assert.Equal(MapColor.Parse(expected), MapColor.Parse(value));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("red|9,9")]
    [InlineData("red,blue")]
    [InlineData("url(x)")]
    [InlineData("#12")]
    [InlineData("#12345")]
    [InlineData("#ggg")]
    [InlineData("rgb(256,0,0)")]
    [InlineData("rgb(1,2)")]
    [InlineData("rgb(1,2,3,4)")]
    [InlineData("rgba(1,2,3)")]
    [InlineData("rgba(1,2,3,2)")]
    [InlineData("rgbx(1,2,3,1)")]
    [InlineData("rgba(1,2,3,NaN)")]
    [InlineData("reddish")]
    public void TryParse_with_a_value_that_is_not_a_color_returns_false_and_Parse_throws(string? value)
    {
        Assert.False(MapColor.TryParse(value, out _));
        Assert.Throws(value is null ? typeof(ArgumentNullException) : typeof(FormatException), () => { _ = MapColor.Parse(value!); });
    }

    [Fact]
    public void FromRgb_returns_hexadecimal_digits_and_throws_for_an_invalid_alpha()
    {
        Assert.Equal("#010203", MapColor.FromRgb(1, 2, 3).ToString());
        Assert.Equal("#01020300", MapColor.FromRgb(1, 2, 3, 0).ToString());
        Assert.Throws<ArgumentOutOfRangeException>("alpha", () => MapColor.FromRgb(1, 2, 3, double.NaN));
        Assert.Equal("transparent", default(MapColor).ToString());
    }

    [Theory, MemberData(nameof(Cultures.Names), MemberType = typeof(Cultures))]
    public void Parse_in_any_culture_returns_the_same_color(string culture)
    {
        Assert.Equal("#01020380", Cultures.In(culture, () => MapColor.Parse("RGBA(1,2,3,0.5)").ToString()));
        Assert.Equal("indigo", Cultures.In(culture, () => MapColor.Parse("INDIGO").ToString()));
    }
}
