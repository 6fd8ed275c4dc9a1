using System.Diagnostics;

namespace MapTiler.Tests.Geo;

public class LineSimplifierTests
{
    [Fact]
    public void The_places_that_shape_a_line_are_kept()
    {
        LngLat[] line = [new(0, 0), new(1, 0.001), new(2, 0), new(2, 0), new(2, 2), new(3, 2.01), new(4, 2)];

        var simplifier = LineSimplifier.Rank(line);

        Assert.Equal(6, simplifier.Count);
        Assert.Equal([new(0, 0), new(2, 0), new(2, 2), new(4, 2)], simplifier.Take(4));
        Assert.Equal([new(0, 0), new(4, 2)], simplifier.Take(2));
        Assert.Equal(0, simplifier.Tolerance(6));
        Assert.Equal(0.001, simplifier.Tolerance(5), 1e-9);
        Assert.True(simplifier.Tolerance(2) >= simplifier.Tolerance(4));
    }

    [Fact]
    public void It_takes_what_an_exhaustive_search_takes()
    {
        var random = new Random(3);
        LngLat[] line = [.. Enumerable.Range(0, 60).Select(i => new LngLat(i + random.NextDouble(), random.NextDouble()))];
        var simplifier = LineSimplifier.Rank(line);
        var expected = line.ToList();
        for (var count = line.Length; count >= 2; count--)
        {
            Assert.Equal(expected, simplifier.Take(count));
            if (count > 2)
                expected.RemoveAt(Enumerable.Range(1, expected.Count - 2).MinBy(i => Area(expected[i - 1], expected[i], expected[i + 1])));
        }
    }

    [Fact]
    public void The_antimeridian_is_near_on_both_sides()
    {
        LngLat[] line = [new(178, 0), new(179, 0.0001), new(-179, 0), new(-178, 5)];

        Assert.Equal([line[0], line[2], line[3]], LineSimplifier.Rank(line).Take(3));
    }

    [Fact]
    public void A_hundred_thousand_places_are_ranked_quickly()
    {
        var random = new Random(5);
        LngLat[] line = [.. Enumerable.Range(0, 100_000).Select(i => new LngLat(random.NextDouble(), random.NextDouble()))];
        LngLat[] spiral = [.. Enumerable.Range(0, 100_000).Select(i => new LngLat(i / 1e5 * Math.Cos(i), i / 1e5 * Math.Sin(i)))];

        var clock = Stopwatch.StartNew();
        Assert.Equal(100_000, LineSimplifier.Rank(line).Count + LineSimplifier.Rank(spiral).Count - 100_000);

        Assert.True(clock.ElapsedMilliseconds < 3000, $"{clock.Elapsed}"); // quadratic time would be minutes
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Short_lines_stay(int count)
    {
        LngLat[] line = [.. Enumerable.Range(0, count).Select(i => new LngLat(i, i))];

        Assert.Equal(line, LineSimplifier.Rank(line).Take(2));
    }

    private static double Area(LngLat a, LngLat b, LngLat c) =>
        Math.Abs((b.Longitude - a.Longitude) * (c.Latitude - b.Latitude) - (c.Longitude - b.Longitude) * (b.Latitude - a.Latitude)) / 2;
}
