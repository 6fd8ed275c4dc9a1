using MapTiler.StaticMaps;

namespace MapTiler.Tests.StaticMaps;

public class MapColorTests
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
    public void A_colour_has_one_safe_form(string text, string expected)
    {
        Assert.Equal(expected, MapColor.Parse(text).ToString());
        Assert.Equal(MapColor.Parse(expected), MapColor.Parse(text));
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
    public void Anything_else_is_refused(string? text)
    {
        Assert.False(MapColor.TryParse(text, out _));
        Assert.ThrowsAny<Exception>(() => MapColor.Parse(text!));
    }

    [Fact]
    public void Red_green_and_blue_keep_their_places()
    {
        Assert.Equal("#010203", MapColor.FromRgb(1, 2, 3).ToString());
        Assert.Equal("#01020300", MapColor.FromRgb(1, 2, 3, 0).ToString());
        Assert.Throws<ArgumentOutOfRangeException>("alpha", () => MapColor.FromRgb(1, 2, 3, double.NaN));
        Assert.Equal("transparent", default(MapColor).ToString());
    }

    [Fact]
    public void The_culture_does_not_count()
    {
        foreach (var culture in Cultures.All)
            Assert.Equal("#01020380", Cultures.In(culture, () => MapColor.Parse("RGBA(1,2,3,0.5)").ToString()));
        Assert.Equal("indigo", Cultures.In("tr-TR", () => MapColor.Parse("INDIGO").ToString()));
    }
}
