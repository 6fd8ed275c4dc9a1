using CsCheck;

namespace MapTiler.Tests.Geo;

public class PolylineTests
{
    [Fact]
    public void Encode_returns_the_documented_example()
    {
        LngLat[] line = [new(-120.2, 38.5), new(-120.95, 40.7), new(-126.453, 43.252)];

        Assert.Equal("_p~iF~ps|U_ulLnnqC_mqNvxq`@", Polyline.Encode(line));
        Assert.Equal(line, Polyline.Decode("_p~iF~ps|U_ulLnnqC_mqNvxq`@"));
    }

    [Fact]
    public void Polyline_round_trips_with_5_decimals() =>
        Gen.Select(Gen.Double[-180, 180], Gen.Double[-90, 90], (lng, lat) => new LngLat(lng, lat)).Array[0, 50].Sample(line =>
        {
            var decoded = Polyline.Decode(Polyline.Encode(line));
            return decoded.Count == line.Length && decoded.Zip(line).All(pair => Math.Abs(pair.First.Longitude - pair.Second.Longitude) <= 0.50001e-5 && Math.Abs(pair.First.Latitude - pair.Second.Latitude) <= 0.50001e-5);
        }, iter: 10_000);

    [Theory]
    [InlineData("_p~iF", "5, the string ends within a number")]
    [InlineData("_p~iF~ps|", "9, the string ends within a number")]
    [InlineData("_p~iF ps|U", "5, there is a character")]
    [InlineData("_p~iF\u010D", "5, there is a character")]
    [InlineData("~~~~~~~~~~~~~~", "7, the number is too large")]
    [InlineData("_____________G_p~iF", "7, the number is too large")]
    [InlineData("??_mljP?", "2, the latitude or longitude is out of range")] // 91 degrees north
    [InlineData("???__blwb@", "2, the latitude or longitude is out of range")] // 6000 degrees east
    public void Decode_of_another_string_throws_with_the_cause(string text, string reason)
    {
        var error = Assert.Throws<FormatException>(() => Polyline.Decode(text));

        Assert.Contains("at position " + reason, error.Message, StringComparison.Ordinal);
        Assert.Contains("'polyline'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_of_a_truncated_string_throws_or_returns_a_shorter_line()
    {
        const string Text = "_p~iF~ps|U_ulLnnqC_mqNvxq`@";
        int[] whole = [0, 10, 18, 27];

        for (var length = 0; length <= Text.Length; length++)
        {
            if (Array.IndexOf(whole, length) is >= 0 and var places)
                Assert.Equal(places, Polyline.Decode(Text[..length]).Count);
            else
                Assert.Throws<FormatException>(() => Polyline.Decode(Text[..length]));
        }
    }

    [Theory]
    [InlineData(180)]
    [InlineData(-540)]
    [InlineData(5368.70912)]
    public void Polyline_with_a_longitude_beyond_180_round_trips(double longitude)
    {
        LngLat[] line = [new(longitude, 90), new(-longitude, -90), new(longitude, 0)];

        Assert.Equal(line, Polyline.Decode(Polyline.Encode(line)));
    }

    [Theory]
    [InlineData(5368.70913)]
    [InlineData(-5368.70913)]
    [InlineData(1e14)]
    [InlineData(-1e300)]
    public void Encode_of_a_longitude_out_of_range_throws(double longitude) =>
        Assert.Throws<ArgumentOutOfRangeException>("line", () => Polyline.Encode([new(0, 0), new(longitude, 0)]));

    [Fact]
    public void Encode_without_locations_returns_an_empty_string()
    {
        Assert.Equal("", Polyline.Encode([]));
        Assert.Empty(Polyline.Decode(""));
        Assert.Throws<ArgumentNullException>("line", () => Polyline.Encode(null!));
        Assert.Throws<ArgumentNullException>("polyline", () => Polyline.Decode(null!));
    }

    [Fact]
    public void Decode_of_any_string_returns_a_line_or_throws_FormatException() => Gen.String[Gen.Char['?', '~'], 0, 40].Sample(text =>
    {
        try
        {
            return Polyline.Decode(text) is not null;
        }
        catch (FormatException)
        {
            return true;
        }
    }, iter: 20_000);
}
