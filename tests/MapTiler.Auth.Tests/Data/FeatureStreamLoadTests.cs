using System.Globalization;
using MapTiler.Data;

namespace MapTiler.Tests.Data;

/// <summary>
/// Runs alone, because it measures the memory of the process: what is alive after a full collection. The size of the heap between two
/// collections is not meaningful, because the runtime derives it from the CPU cache. <c>MAPTILER_TEST_STREAM_MB</c> sets another length than 30 MB.
/// </summary>
[Collection(nameof(FeatureStreamLoadTests)), CollectionDefinition(nameof(FeatureStreamLoadTests), DisableParallelization = true)]
public class FeatureStreamLoadTests(ITestOutputHelper output)
{
    private const int Megabyte = 1024 * 1024;
    private const int Measurements = 8;

    [Fact]
    public async Task ReadAsync_of_a_long_stream_keeps_as_little_memory_alive_at_its_end_as_at_its_beginning()
    {
        var megabytes = int.Parse(Environment.GetEnvironmentVariable("MAPTILER_TEST_STREAM_MB") ?? "30", CultureInfo.InvariantCulture);
        var stream = new GeneratedGeoJson((long)megabytes * Megabyte);
        var live = new List<long>(Measurements);
        var count = 0L;

        await foreach (var feature in FeatureStream.ReadAsync(stream, TestContext.Current.CancellationToken))
        {
            Assert.NotNull(feature.Id);
            if (++count % (stream.Features / Measurements) == 0)
                live.Add(GC.GetTotalMemory(forceFullCollection: true));
        }

        output.WriteLine($"{count} features; bytes alive in the process: {string.Join(", ", live)}");
        Assert.Equal(stream.Features, count);
        Assert.Equal(Measurements, live.Count);
        Assert.True(live.Max() - live[0] < Megabyte, $"{live.Max() - live[0]} bytes more are alive");
    }
}
