using System.Diagnostics;
using System.Globalization;
using MapTiler.Data;

namespace MapTiler.Tests.Data;

/// <summary>
/// Runs alone, since it looks at the memory of the process. With <c>MAPTILER_TEST_STREAM_MB</c> it reads more than 30 MB:
/// 300 MB of 813,001 features came at 100 to 115 MB/s with 17 MB of memory (Release, two shared cores).
/// </summary>
[Collection(nameof(FeatureStreamLoadTests)), CollectionDefinition(nameof(FeatureStreamLoadTests), DisableParallelization = true)]
public class FeatureStreamLoadTests(ITestOutputHelper output)
{
    private const int Megabyte = 1024 * 1024;

    [Fact]
    public async Task Memory_does_not_grow_with_the_length()
    {
        var megabytes = int.Parse(Environment.GetEnvironmentVariable("MAPTILER_TEST_STREAM_MB") ?? "30", CultureInfo.InvariantCulture);
        await ReadAsync(new GeneratedGeoJson(Megabyte));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var time = Stopwatch.StartNew();

        var stream = new GeneratedGeoJson((long)megabytes * Megabyte);
        var (count, peak) = await ReadAsync(stream);

        output.WriteLine($"{megabytes / time.Elapsed.TotalSeconds:0} MB/s, {count} features, {(peak - before) / (double)Megabyte:0.0} MB of memory at most, {Process.GetCurrentProcess().PeakWorkingSet64 / Megabyte} MB of the process");
        Assert.Equal(stream.Features, count);
        Assert.True(peak - before < 64 * Megabyte, $"{peak - before} bytes more");
    }

    private static async Task<(long Count, long Peak)> ReadAsync(GeneratedGeoJson stream)
    {
        var count = 0L;
        var peak = 0L;
        await foreach (var feature in FeatureStream.ReadAsync(stream))
        {
            Assert.NotNull(feature.Id);
            if (count++ % 1000 == 0)
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false));
        }

        return (count, peak);
    }
}
