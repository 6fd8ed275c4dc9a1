using System.Globalization;
using CsCheck;

namespace MapTiler.Tests.Geo;

public class FixedPointTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(-5, "-5")]
    [InlineData(100, "100")]
    [InlineData(-16.6068, "-16.6068")]
    [InlineData(0.1 + 0.2, "0.3")]
    [InlineData(1e-7, "0.0000001")]
    [InlineData(-1e-7, "-0.0000001")]
    [InlineData(1e-8, "0.00000001")]
    [InlineData(1e-9, "0")]
    [InlineData(-1e-9, "0")]
    [InlineData(-4.9e-9, "0")]
    [InlineData(5e-9, "0.00000001")]
    [InlineData(-5.1e-9, "-0.00000001")]
    [InlineData(double.Epsilon, "0")]
    [InlineData(179.999999999, "180")]
    [InlineData(-179.999999999, "-180")]
    [InlineData(179.99999999, "179.99999999")]
    [InlineData(20037508.342789244, "20037508.34278924")]
    [InlineData(-20037508.342789244, "-20037508.34278924")]
    [InlineData(1e15, "1000000000000000")]
    [InlineData(9007199254740991, "9007199254740991")]
    [InlineData(-9007199254740991, "-9007199254740991")]
    public void Number_is_written_without_an_exponent(double value, string expected) => Assert.Equal(expected, FixedPoint.ToText(value));

    [Fact]
    public void Negative_zero_is_written_without_a_sign() => Assert.Equal("0", FixedPoint.ToText(-0.0));

    [Theory]
    [InlineData(1, 2, 1, "1.0")]
    [InlineData(1.006, 2, 1, "1.01")]
    [InlineData(9.999999999, 8, 0, "10")]
    [InlineData(1.25, 2, 1, "1.25")]
    [InlineData(0, 5, 5, "0.00000")]
    [InlineData(-0.000001, 5, 5, "0.00000")]
    [InlineData(-0.00001, 5, 5, "-0.00001")]
    [InlineData(47.3769, 5, 5, "47.37690")]
    [InlineData(2.5, 0, 0, "3")]
    [InlineData(-0.4, 0, 0, "0")]
    public void Decimals_are_written_within_their_limits(double value, int max, int min, string expected) =>
        Assert.Equal(expected, FixedPoint.ToText(value, max, min));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(9007199254740992)]
    [InlineData(double.MaxValue)]
    [InlineData(double.MinValue)]
    public void Number_that_is_not_finite_in_a_URL_throws(double value) =>
        Assert.Equal("value", Assert.Throws<ArgumentOutOfRangeException>(() => FixedPoint.Write(value, new char[FixedPoint.MaxLength])).ParamName);

    [Theory]
    [InlineData(9007199254740992, "9007199254740992")]
    [InlineData(-1e20, "-100000000000000000000")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    public void Number_that_is_not_finite_has_a_display_text(double value, string expected) => Assert.Equal(expected, FixedPoint.ToText(value));

    [Fact]
    public void Any_degree_round_trips_within_half_of_the_last_decimal() =>
        Gen.Double[-400, 400].Sample(value =>
        {
            var text = FixedPoint.ToText(value);
            return Math.Abs(double.Parse(text, CultureInfo.InvariantCulture) - value) <= 0.5000001e-8 + Math.Abs(value) * 1e-15 && IsPlain(text);
        }, iter: 20_000);

    [Fact]
    public void Tiny_number_round_trips_within_half_of_the_last_decimal() =>
        Gen.Double[-1e-6, 1e-6].Sample(value =>
        {
            var text = FixedPoint.ToText(value);
            return Math.Abs(double.Parse(text, CultureInfo.InvariantCulture) - value) <= 0.5000001e-8 + Math.Abs(value) * 1e-15 && IsPlain(text);
        }, iter: 20_000);

    [Fact]
    public void Any_number_is_written_plain_short_and_exact() =>
        Gen.Double.Sample(value =>
        {
            if (!(Math.Abs(value) < 9007199254740992))
                return true;

            var text = FixedPoint.ToText(value);
            var tolerance = Math.Max(0.5000001e-8 + Math.BitIncrement(Math.Abs(value)) - Math.Abs(value), Math.Abs(value) * 1e-15);
            return Math.Abs(double.Parse(text, CultureInfo.InvariantCulture) - value) <= tolerance && IsPlain(text) && text.Length <= FixedPoint.MaxLength;
        }, iter: 20_000);

    private static bool IsPlain(string text) =>
        text.All(c => char.IsAsciiDigit(c) || c is '-' or '.')
        && text.LastIndexOf('-') <= 0
        && text != "-0"
        && !(text.Contains('.') && text.EndsWith('0'))
        && !text.EndsWith('.');
}
