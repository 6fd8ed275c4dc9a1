using CsCheck;

namespace MapTiler.Tests.Geo;

public class LineToleranceTests
{
    private static readonly Gen<LngLat[]> Line = Gen.Select(Gen.Int[-9, 9], Gen.Int[-9, 9], (lng, lat) => new LngLat(lng, lat)).Array[3, 20];

    [Fact]
    public void Tolerance_does_not_decrease_with_fewer_locations() => Line.Sample(line =>
    {
        var reduction = new LineReduction(line);
        return Enumerable.Range(reduction.Least, reduction.Count - reduction.Least).All(_ =>
        {
            var before = reduction.Tolerance;
            reduction.RemoveLeast();
            return reduction.Tolerance >= before;
        });
    }, iter: 20_000);

    [Fact]
    public void Encode_rounds_half_of_the_last_decimal_away_from_zero() => Assert.Equal("@A", Polyline.Encode([new(0.000005, -0.000005)]));
}
