using System.Diagnostics;

namespace MapTiler.Tests.Geo;

public class LineReductionTests
{
    [Fact]
    public void RemoveLeast_keeps_the_locations_that_shape_a_line()
    {
        LngLat[] line = [new(0, 0), new(1, 0.001), new(2, 0), new(2, 0), new(2, 2), new(3, 2.01), new(4, 2)];

        Assert.Equal(6, new LineReduction(line).Count);
        Assert.Equal([new(0, 0), new(2, 0), new(2, 2), new(4, 2)], Reduce(line, 4).Points);
        Assert.Equal([new(0, 0), new(4, 2)], Reduce(line, 2).Points);
        Assert.Equal(0, Reduce(line, 6).Tolerance);
        Assert.Equal(0.001, Reduce(line, 5).Tolerance, 1e-9);
        Assert.True(Reduce(line, 2).Tolerance >= Reduce(line, 4).Tolerance);
    }

    [Fact]
    public void RemoveLeast_returns_the_result_of_an_exhaustive_search()
    {
        var random = new Random(3);
        LngLat[] line = [.. Enumerable.Range(0, 60).Select(i => new LngLat(i + random.NextDouble(), random.NextDouble()))];
        var reduction = new LineReduction(line);
        var expected = line.ToList();
        for (var count = line.Length; count >= 2; count--)
        {
            Assert.Equal(expected, reduction.Points);
            if (count == 2)
                break;

            var (before, removed, after) = reduction.RemoveLeast();
            var index = expected.IndexOf(line[removed]);
            Assert.Equal((line[before], line[after]), (expected[index - 1], expected[index + 1]));
            expected.RemoveAt(Enumerable.Range(1, expected.Count - 2).MinBy(i => Area(expected[i - 1], expected[i], expected[i + 1])));
        }
    }

    [Fact]
    public void RemoveLeast_keeps_the_turning_point_of_a_line_out_and_back()
    {
        LngLat[] line = [new(0, 0), new(1, 0), new(2, 0.0001), new(3, 0), new(2, -0.0001), new(1, 0), new(0, 0.001)];

        Assert.Equal([new(0, 0), new(3, 0), new(0, 0.001)], Reduce(line, 3).Points);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1e-9)]
    [InlineData(0.01)]
    public void RemoveLeast_keeps_a_spike_before_a_flat_hill(double width)
    {
        LngLat[] line = [new(-10, 0), new(-5, 0.01), new(0, 0), new(0, 1), new(width, 0), new(5, -0.01), new(10, 0)];

        Assert.Equal([line[0], line[2], line[3], line[4], line[6]], Reduce(line, 5).Points);
        Assert.InRange(Reduce(line, 4).Tolerance, 0.4, 0.5);
    }

    [Fact]
    public void RemoveLeast_wraps_longitudes()
    {
        LngLat[] line = [new(0, 0), new(1, 0.1), new(2 + 720, 0), new(3 - 1080, 5), new(4, 0)];
        LngLat[] wrapped = [.. line.Select(place => place.Wrap())];

        for (var count = 2; count <= 5; count++)
        {
            Assert.Equal(Reduce(wrapped, count).Points, Reduce(line, count).Points.Select(place => place.Wrap()));
            Assert.Equal(Reduce(wrapped, count).Tolerance, Reduce(line, count).Tolerance, 1e-9);
        }
    }

    [Fact]
    public void RemoveLeast_of_a_ring_keeps_it_closed()
    {
        LngLat[] ring = [new(0, 0), new(4, 0), new(4.1, 2), new(4, 4), new(0, 4), new(0, 0)];

        foreach (var count in new[] { 0, 1, 2, 3, 4 })
        {
            var kept = Reduce(ring, count).Points;
            Assert.Equal(4, kept.Length);
            Assert.Equal((ring[0], ring[0]), (kept[0], kept[^1]));
            Assert.Equal(3, kept.Distinct().Count());
            Assert.Equal(Reduce(ring, 4).Tolerance, Reduce(ring, count).Tolerance);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    [InlineData(-1)]
    public void RemoveLeast_keeps_the_ends_and_returns_the_tolerance(int count)
    {
        var line = Reduce([new(0, 0), new(1, 1), new(2, 0)], count);

        Assert.Equal([new(0, 0), new(2, 0)], line.Points);
        Assert.Equal(1, line.Tolerance);
    }

    [Fact]
    public void RemoveLeast_measures_across_the_antimeridian()
    {
        LngLat[] line = [new(178, 0), new(179, 0.0001), new(-179, 0), new(-178, 5)];

        Assert.Equal([line[0], line[2], line[3]], Reduce(line, 3).Points);
    }

    [Fact]
    public void Time_of_RemoveLeast_grows_nearly_linearly_with_the_number_of_locations()
    {
        const int Short = 2_000, Times = 32;
        var random = new Random(5);
        LngLat[] line = [.. Enumerable.Range(0, Short * Times).Select(i => new LngLat(random.NextDouble(), random.NextDouble()))];
        LngLat[] spiral = [.. line.Select((_, i) => new LngLat(i / 1e5 * Math.Cos(i), i / 1e5 * Math.Sin(i)))];

        Assert.All([line, spiral], points => Assert.Contains(Ratios(points), ratio => ratio < Times / 2));

        // Both are measured one after the other over about the same time, so that the speed and the load of the machine cancel out.
        static IEnumerable<double> Ratios(LngLat[] points) => Enumerable.Range(0, 5).Select(_ => Time(points, 1) / Time(points[..Short], Times));

        static double Time(LngLat[] points, int times)
        {
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < times; i++)
                Reduce(points, 2);
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void RemoveLeast_of_a_short_line_keeps_all_locations(int count)
    {
        LngLat[] line = [.. Enumerable.Range(0, count).Select(i => new LngLat(i, i))];

        Assert.Equal(line, Reduce(line, 2).Points);
    }

    private static LineReduction Reduce(IReadOnlyList<LngLat> line, int count)
    {
        var reduction = new LineReduction(line);
        while (reduction.Count > Math.Max(count, reduction.Least))
            reduction.RemoveLeast();
        return reduction;
    }

    private static double Area(LngLat a, LngLat b, LngLat c) =>
        Math.Abs((b.Longitude - a.Longitude) * (c.Latitude - b.Latitude) - (c.Longitude - b.Longitude) * (b.Latitude - a.Latitude)) / 2;
}
