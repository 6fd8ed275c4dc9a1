using CsCheck;

namespace MapTiler.Tests.Geo;

public class LineSimplifierTests
{
    private static readonly Gen<LngLat[]> Line = Gen.Select(Gen.Double[-180, 180], Gen.Double[-90, 90], (lng, lat) => new LngLat(lng, lat)).Array[0, 40];

    [Fact]
    public void Simplify_keeps_the_corners_of_a_line() => Assert.Equal(
        [new(0, 0), new(2, 2), new(4, 0)],
        LineSimplifier.Simplify([new(0, 0), new(1, 1.01), new(2, 2), new(3, 0.99), new(4, 0)], 3));

    [Fact]
    public void Simplify_returns_the_number_of_locations_in_order_with_the_ends() => Gen.Select(Line, Gen.Int[2, 45]).Sample((line, count) =>
    {
        var distinct = line.Where((place, i) => i == 0 || place != line[i - 1]).ToList();
        var kept = LineSimplifier.Simplify(line, count);

        var position = -1;
        return kept.Count == Math.Min(distinct.Count, distinct.Count > 0 && distinct[0] == distinct[^1] ? Math.Max(count, 4) : count)
            && kept.All(place => (position = distinct.IndexOf(place, position + 1)) >= 0)
            && (line.Length == 0 || (kept[0] == line[0] && kept[^1] == line[^1]));
    }, iter: 20_000);

    [Theory] // it has no area
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(6)]
    public void Simplify_keeps_the_turning_point_of_a_line_out_and_back(int count) =>
        Assert.Contains(new LngLat(3, 0), LineSimplifier.Simplify([new(0, 0), new(1, 0), new(2, 0), new(3, 0), new(2, 0), new(1, 0), new(0, 0)], count));

    [Fact]
    public void Simplify_of_a_short_line_returns_a_copy()
    {
        LngLat[] line = [new(0, 0), new(1, 1)];

        var kept = LineSimplifier.Simplify(line, 2);

        Assert.Equal(line, kept);
        Assert.NotSame(line, kept);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    [InlineData(-5)]
    public void Simplify_keeps_both_ends(int count) =>
        Assert.Throws<ArgumentOutOfRangeException>("maxPoints", () => LineSimplifier.Simplify([new(0, 0), new(1, 1)], count));

    [Fact]
    public void Simplify_of_null_throws() => Assert.Throws<ArgumentNullException>("line", () => LineSimplifier.Simplify(null!, 2));
}
