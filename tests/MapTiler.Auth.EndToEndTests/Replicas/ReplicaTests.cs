using System.Collections.Concurrent;

namespace MapTiler.EndToEndTests.Replicas;

/// <summary>How often replicas with a shared cache fetch a tile, and what is lost when Redis or a replica is killed.</summary>
public sealed class ReplicaTests
{
    private const int Concurrency = 32;

    [Fact]
    public async Task A_cached_tile_is_fetched_once_for_1000_requests_to_both_replicas()
    {
        await using var installation = await Installation.StartAsync();

        var first = await installation.GetAsync(1);
        var responses = await ManyAsync(999, _ => installation.GetAsync(1));

        Assert.Equal(1, installation.Fetches(1));
        Assert.Equal(2, responses.Select(response => response.Upstreams).Distinct().Count());
        var original = await installation.OriginalAsync(1);
        Assert.All(responses.Append(first), response => Assert.True(response.Status == 200 && response.Bytes.AsSpan().SequenceEqual(original)));
    }

    [Fact]
    public async Task A_tile_that_one_replica_has_fetched_is_not_fetched_by_the_other()
    {
        await using var installation = await Installation.StartAsync();

        for (var tile = 0; tile < 200; tile++)
        {
            var (first, second) = (await installation.GetAsync(tile), await installation.GetAsync(tile));
            Assert.NotEqual(first.Upstreams, second.Upstreams);
            Assert.Equal(1, installation.Fetches(tile));
        }
    }

    [Fact]
    public async Task A_tile_that_is_not_cached_is_fetched_at_most_once_by_each_replica_for_concurrent_requests()
    {
        await using var installation = await Installation.StartAsync();

        var responses = await ManyAsync(1000, _ => installation.GetAsync(1));

        Assert.InRange(installation.Fetches(1), 1, 2);
        Assert.Equal(2, responses.Select(response => response.Upstreams).Distinct().Count());
        Assert.All(responses, response => Assert.Equal(200, response.Status));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("hash $uri consistent;", false)]
    public async Task A_tile_that_is_not_cached_is_fetched_once_with_distributed_locks_or_with_routing_by_URL(string choice, bool hasLocks)
    {
        await using var installation = await Installation.StartAsync(choice, hasLocks);

        var responses = await ManyAsync(1000, i => installation.GetAsync(hasLocks ? i / 50 : i % 20));

        Assert.All(Enumerable.Range(0, 20), tile => Assert.Equal(1, installation.Fetches(tile)));
        Assert.Equal(2, responses.Select(response => response.Upstreams).Distinct().Count());
        Assert.All(responses, response => Assert.Equal(200, response.Status));
    }

    [Theory(Timeout = 600_000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Replicas_respond_to_every_request_without_Redis_and_use_it_when_it_is_back(bool hasLocks)
    {
        await using var installation = await Installation.StartAsync(hasLocks: hasLocks, hasLongTimeouts: false);
        var cached = await ManyAsync(100, installation.GetAsync);

        await installation.Redis.KillAsync();
        var next = 100;
        var without = await ManyAsync(600, i => installation.GetAsync(i % 2 == 0 ? i % 100 : Interlocked.Increment(ref next)));
        await installation.Redis.StartAsync();
        var again = new List<TileResponse>();
        while (await installation.Redis.CountAsync() == 0)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            again.Add(await installation.GetAsync(Interlocked.Increment(ref next)));
        }

        Assert.All([.. cached, .. without, .. again], response => Assert.Equal(200, response.Status));
    }

    [Fact]
    public async Task Requests_under_load_succeed_when_a_replica_is_killed()
    {
        const int Tiles = 50;
        await using var installation = await Installation.StartAsync();
        var originals = new byte[Tiles][];
        for (var tile = 0; tile < Tiles; tile++)
            originals[tile] = await installation.OriginalAsync(tile);
        var isKilled = false;

        var responses = await ManyAsync(6000, async i =>
        {
            if (i == 2000)
            {
                await installation.KillReplicaAsync(0);
                Volatile.Write(ref isKilled, true);
            }

            var isAfter = Volatile.Read(ref isKilled);
            return (Tile: i % Tiles, IsAfter: isAfter, Response: await installation.GetAsync(i % Tiles));
        });

        Assert.All(responses, one => Assert.True(one.Response.Status == 200 && one.Response.Bytes.AsSpan().SequenceEqual(originals[one.Tile]), $"{one.Response.Status}, {one.Response.Upstreams}"));
        Assert.Contains(responses, one => one.Response.Upstreams.Contains(','));
        Assert.All(responses.Where(one => one.IsAfter), one => Assert.EndsWith(installation.Authorities[1], one.Response.Upstreams));
    }

    /// <summary>Sends this number of requests, some of them at the same time.</summary>
    private static async Task<IReadOnlyCollection<T>> ManyAsync<T>(int count, Func<int, Task<T>> request)
    {
        var responses = new ConcurrentBag<T>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = Concurrency, CancellationToken = TestContext.Current.CancellationToken };
        await Parallel.ForAsync(0, count, options, async (i, _) => responses.Add(await request(i)));
        return responses;
    }
}
