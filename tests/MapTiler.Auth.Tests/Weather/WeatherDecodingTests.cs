using MapTiler.Weather;

namespace MapTiler.Tests.Weather;

public sealed class WeatherDecodingTests
{
    [Theory]
    [InlineData("r", 0, 1, 2, -75, double.NaN, double.NaN)]
    [InlineData("rg", 255, 0, 2, 75, -75, double.NaN)]
    [InlineData("gb", 0, 255, 127.5, 75, 0, double.NaN)]
    [InlineData("rgb", 0, 255, 51, -75, 75, -45)]
    public void Decode_returns_one_value_for_each_channel(string channels, double red, double green, double blue, double first, double second, double third)
    {
        var decoding = new WeatherDecoding { Channels = channels, Min = -75, Max = 75 };

        var value = decoding.Decode((byte)red, (byte)green, (byte)blue);

        Assert.Equal(channels.Length, value.Count);
        Assert.Equal(first, value.First, 1e-9);
        Assert.Equal(second, value.Second, 0.3);
        Assert.Equal(third, value.Third, 1e-9);
    }

    [Fact]
    public void Decode_with_channels_in_upper_case_returns_their_values()
    {
        var decoding = new WeatherDecoding { Channels = "BrG", Min = 0, Max = 255 };

        Assert.Equal("3, 1, 2", decoding.Decode(1, 2, 3).ToString());
        Assert.Equal("3, 1, 2", decoding.Decode((1, 2, 3, 4)).ToString());
    }

    [Theory]
    [InlineData(null, 0.0, 1.0)]
    [InlineData("", 0.0, 1.0)]
    [InlineData("rgba", 0.0, 1.0)]
    [InlineData("x", 0.0, 1.0)]
    [InlineData("r", null, 1.0)]
    [InlineData("r", 0.0, null)]
    public void Decode_with_incomplete_or_unknown_channels_and_range_throws(string? channels, double? min, double? max) =>
        Assert.Throws<InvalidOperationException>(() => new WeatherDecoding { Channels = channels, Min = min, Max = max }.Decode(1, 2, 3));

    [Fact]
    public void Magnitude_of_two_values_ignores_a_missing_third_value() => Assert.Equal(5, new WeatherValue(2, 3, -4, double.NaN).Magnitude);

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 5)]
    [InlineData(3, 13)]
    public void Magnitude_includes_only_the_counted_values(int count, double expected) => Assert.Equal(expected, new WeatherValue(count, 3, -4, 12).Magnitude);

    [Theory, MemberData(nameof(Cultures.Names), MemberType = typeof(Cultures))]
    public void ToString_in_any_culture_returns_invariant_numbers(string culture)
    {
        Assert.Equal("rg: -7.5 to 75", Cultures.In(culture, () => new WeatherDecoding { Channels = "rg", Min = -7.5, Max = 75 }.ToString()));
        Assert.Equal("-1.5, 2", Cultures.In(culture, () => new WeatherValue(2, -1.5, 2, double.NaN).ToString()));
        Assert.Equal("1.5", Cultures.In(culture, () => new WeatherValue(1, 1.5, double.NaN, double.NaN).ToString()));
        Assert.Equal("1, 2, 3.5", Cultures.In(culture, () => new WeatherValue(3, 1, 2, 3.5).ToString()));
    }
}
