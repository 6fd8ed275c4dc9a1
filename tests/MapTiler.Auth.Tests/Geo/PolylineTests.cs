using CsCheck;

namespace MapTiler.Tests.Geo;

public class PolylineTests
{
    [Fact]
    public void The_sample_of_the_format_is_met()
    {
        LngLat[] line = [new(-120.2, 38.5), new(-120.95, 40.7), new(-126.453, 43.252)];

        Assert.Equal("_p~iF~ps|U_ulLnnqC_mqNvxq`@", Polyline.Encode(line));
        Assert.Equal(line, Polyline.Decode("_p~iF~ps|U_ulLnnqC_mqNvxq`@"));
    }

    [Fact]
    public void A_line_reads_back_to_five_decimals() =>
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
    public void Other_text_is_refused_with_its_reason(string text, string reason)
    {
        var error = Assert.Throws<FormatException>(() => Polyline.Decode(text));

        Assert.Contains("at position " + reason, error.Message, StringComparison.Ordinal);
        Assert.Contains("'polyline'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cut_text_is_refused_or_is_a_shorter_line()
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
    public void A_longitude_of_another_turn_reads_back(double longitude)
    {
        LngLat[] line = [new(longitude, 90), new(-longitude, -90), new(longitude, 0)];

        Assert.Equal(line, Polyline.Decode(Polyline.Encode(line)));
    }

    [Theory]
    [InlineData(5368.70913)]
    [InlineData(-5368.70913)]
    [InlineData(1e14)]
    [InlineData(-1e300)]
    public void A_longitude_that_the_format_cannot_hold_is_refused(double longitude) =>
        Assert.Throws<ArgumentOutOfRangeException>("line", () => Polyline.Encode([new(0, 0), new(longitude, 0)]));

    [Fact]
    public void No_place_is_no_text()
    {
        Assert.Equal("", Polyline.Encode([]));
        Assert.Empty(Polyline.Decode(""));
        Assert.Throws<ArgumentNullException>("line", () => Polyline.Encode(null!));
        Assert.Throws<ArgumentNullException>("polyline", () => Polyline.Decode(null!));
    }

    [Fact]
    public void Whatever_the_text_it_is_read_or_refused() => Gen.String[Gen.Char['?', '~'], 0, 40].Sample(text =>
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
