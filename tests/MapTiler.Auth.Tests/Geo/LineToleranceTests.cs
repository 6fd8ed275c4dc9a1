using CsCheck;

namespace MapTiler.Tests.Geo;

public class LineToleranceTests
{
    private static readonly Gen<LngLat[]> Line = Gen.Select(Gen.Int[-9, 9], Gen.Int[-9, 9], (lng, lat) => new LngLat(lng, lat)).Array[3, 20];

    [Fact]
    public void Fewer_places_are_never_nearer_to_the_line() => Line.Sample(line =>
    {
        var ranking = LineRanking.Rank(line);
        return Enumerable.Range(ranking.Least, ranking.Count - ranking.Least).All(count => ranking.Tolerance(count) >= ranking.Tolerance(count + 1));
    }, iter: 20_000);

    [Fact]
    public void Half_of_the_last_decimal_is_rounded_away_from_zero() => Assert.Equal("@A", Polyline.Encode([new(0.000005, -0.000005)]));
}
