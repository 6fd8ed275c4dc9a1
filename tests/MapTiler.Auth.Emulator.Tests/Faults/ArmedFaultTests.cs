using System.Net;

namespace MapTiler.Emulator.Tests;

/// <summary>Faults by chance are the same in every run with the same seed.</summary>
public sealed class ArmedFaultTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Probability_and_seed_select_the_requests()
    {
        var (one, same, other) = (await StatusesAsync("a"), await StatusesAsync("a"), await StatusesAsync("b"));

        Assert.Equal(one, same);
        Assert.NotEqual(one, other);
        Assert.InRange(one.Count(s => s == HttpStatusCode.ServiceUnavailable), 30, 70);
    }

    [Fact]
    public async Task Times_counts_only_requests_with_the_fault()
    {
        var statuses = await StatusesAsync("a", times: 5);
        Assert.Equal(5, statuses.Count(s => s == HttpStatusCode.ServiceUnavailable));
    }

    [Fact]
    public async Task Jitter_is_derived_from_the_seed()
    {
        var one = await WaitsAsync("a");
        Assert.Equal(one, await WaitsAsync("a"));
        Assert.NotEqual(one, await WaitsAsync("b"));
        Assert.All(one, wait => Assert.InRange(wait.TotalSeconds, 2, 5));
        Assert.Equal(one.Length, one.Distinct().Count());
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Probability_out_of_range_throws(double share) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Fault { Probability = share });

    private static async Task<HttpStatusCode[]> StatusesAsync(string seed, int? times = null)
    {
        await using var emulator = await MapTilerEmulator.StartAsync(new() { Seed = seed }, Cancellation);
        emulator.Faults.Add(new Fault { Status = 503, Probability = 0.5, Times = times });
        using var client = new HttpClient { BaseAddress = emulator.BaseAddress };
        var statuses = new HttpStatusCode[100];
        for (var i = 0; i < statuses.Length; i++)
        {
            using var response = await client.GetAsync($"geolocation/ip.json?key={emulator.ApiKey}", Cancellation);
            statuses[i] = response.StatusCode;
        }

        return statuses;
    }

    private static async Task<TimeSpan[]> WaitsAsync(string seed)
    {
        var time = new SignalingTimeProvider();
        await using var emulator = await MapTilerEmulator.StartAsync(new() { Seed = seed, TimeProvider = time }, Cancellation);
        emulator.Faults.Add(new Fault { Delay = TimeSpan.FromSeconds(2), Jitter = TimeSpan.FromSeconds(3) });
        using var client = new HttpClient { BaseAddress = emulator.BaseAddress };
        var waits = new TimeSpan[5];
        for (var i = 0; i < waits.Length; i++)
        {
            var pending = client.GetAsync($"geolocation/ip.json?key={emulator.ApiKey}", Cancellation);
            waits[i] = await time.NextWaitAsync(Cancellation);
            time.Advance(waits[i]);
            (await pending).Dispose();
        }

        return waits;
    }
}
