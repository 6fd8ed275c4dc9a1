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
    [InlineData("_p~iF")]
    [InlineData("_p~iF~ps|")]
    [InlineData("_p~iF ps|U")]
    [InlineData("_p~iFč")]
    [InlineData("~~~~~~~~~~~~~~")]
    [InlineData("_____________G_p~iF")]
    public void Other_text_is_refused(string text) => Assert.Throws<FormatException>(() => Polyline.Decode(text));

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
