using System.Collections.Concurrent;
using System.Diagnostics;

namespace MapTiler.EndToEndTests.Replicas;

/// <summary>Replicas that share a cache: what is fetched once, and what is lost when a part of them dies.</summary>
public sealed class ReplicaTests
{
    private const int Concurrency = 32;

    // The second level is given up after a second when it is read and after another when it is written, a lock in between after two and a half.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(8);

    [Fact]
    public async Task A_tile_that_is_requested_1000_times_through_both_replicas_is_fetched_once()
    {
        await using var installation = await Installation.StartAsync();

        var first = await installation.GetAsync(1);
        var answers = await ManyAsync(999, _ => installation.GetAsync(1));

        Assert.Equal(1, installation.Fetches(1));
        Assert.Equal(2, answers.Select(answer => answer.Asked).Distinct().Count());
        var original = await installation.OriginalAsync(1);
        Assert.All(answers.Append(first), answer => Assert.True(answer.Status == 200 && answer.Bytes.AsSpan().SequenceEqual(original)));
    }

    [Fact]
    public async Task What_one_replica_fetched_the_other_has_at_once()
    {
        await using var installation = await Installation.StartAsync();

        for (var tile = 0; tile < 200; tile++)
        {
            var (one, another) = (await installation.GetAsync(tile), await installation.GetAsync(tile));
            Assert.NotEqual(one.Asked, another.Asked);
            Assert.Equal(1, installation.Fetches(tile));
        }
    }

    [Fact]
    public async Task A_tile_that_nobody_has_is_fetched_at_most_once_by_each_replica_when_all_ask_at_once()
    {
        await using var installation = await Installation.StartAsync();

        var answers = await ManyAsync(1000, _ => installation.GetAsync(1));

        Assert.InRange(installation.Fetches(1), 1, 2);
        Assert.Equal(2, answers.Select(answer => answer.Asked).Distinct().Count());
        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
    }

    [Fact]
    public async Task A_tile_that_nobody_has_is_fetched_once_by_replicas_with_locks_when_all_ask_at_once()
    {
        await using var installation = await Installation.StartAsync(hasLocks: true);

        var answers = await ManyAsync(1000, i => installation.GetAsync(i / 50));

        Assert.All(Enumerable.Range(0, 20), tile => Assert.Equal(1, installation.Fetches(tile)));
        Assert.Equal(2, answers.Select(answer => answer.Asked).Distinct().Count());
        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
    }

    [Fact]
    public async Task A_tile_that_nobody_has_is_fetched_once_where_its_address_chooses_the_replica()
    {
        await using var installation = await Installation.StartAsync("hash $uri consistent;");

        var answers = await ManyAsync(1000, i => installation.GetAsync(i % 20));

        Assert.All(Enumerable.Range(0, 20), tile => Assert.Equal(1, installation.Fetches(tile)));
        Assert.Equal(2, answers.Select(answer => answer.Asked).Distinct().Count());
        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_death_of_Redis_costs_time_but_no_answer_and_when_it_is_back_it_is_used_again(bool hasLocks)
    {
        await using var installation = await Installation.StartAsync(hasLocks: hasLocks, hasLongTimeouts: false);
        var next = 0;
        var known = await installation.Redis.CountAsync();
        var before = await ManyAsync(100, i => TimedAsync(i));
        var longest = LongestWait + (20 * before.Max(one => one.Wait)); // which grows with the load of the machine
        Assert.InRange(await installation.Redis.CountAsync(), known + 1, known + 100); // fewer on a loaded machine, where some time out

        await installation.Redis.KillAsync();
        var without = await ManyAsync(600, i => TimedAsync(i % 2 == 0 ? i % 100 : 100 + Interlocked.Increment(ref next)));
        await installation.Redis.StartAsync();
        var again = new List<(TileAnswer Answer, TimeSpan Wait)>();
        var clock = Stopwatch.StartNew();
        while (await installation.Redis.CountAsync() == 0 && clock.Elapsed < TimeSpan.FromMinutes(2))
            again.Add(await TimedAsync(100 + Interlocked.Increment(ref next)));

        Assert.All(without.Concat(again), one => Assert.True(one.Answer.Status == 200 && one.Wait < longest, $"{one.Answer.Status} after {one.Wait}"));
        Assert.NotEqual(0, await installation.Redis.CountAsync());

        async Task<(TileAnswer Answer, TimeSpan Wait)> TimedAsync(int tile)
        {
            var start = Stopwatch.GetTimestamp();
            return (await installation.GetAsync(tile), Stopwatch.GetElapsedTime(start));
        }
    }

    [Fact]
    public async Task The_death_of_a_replica_under_load_loses_no_answer()
    {
        const int Tiles = 50;
        await using var installation = await Installation.StartAsync();
        var originals = new byte[Tiles][];
        for (var tile = 0; tile < Tiles; tile++)
            originals[tile] = await installation.OriginalAsync(tile);
        var isDead = false;

        var answers = await ManyAsync(6000, async i =>
        {
            if (i == 2000)
            {
                await installation.KillReplicaAsync(0);
                Volatile.Write(ref isDead, true);
            }

            var isAfter = Volatile.Read(ref isDead);
            return (Tile: i % Tiles, IsAfter: isAfter, Answer: await installation.GetAsync(i % Tiles));
        });

        Assert.All(answers, one => Assert.True(one.Answer.Status == 200 && one.Answer.Bytes.AsSpan().SequenceEqual(originals[one.Tile]), $"{one.Answer.Status}, {one.Answer.Asked}"));
        Assert.Contains(answers, one => one.Answer.Asked.Contains(','));
        Assert.All(answers.Where(one => one.IsAfter), one => Assert.EndsWith(installation.Authorities[1], one.Answer.Asked));
    }

    /// <summary>So many requests, some at a time.</summary>
    private static async Task<IReadOnlyCollection<T>> ManyAsync<T>(int count, Func<int, Task<T>> request)
    {
        var answers = new ConcurrentBag<T>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = Concurrency, CancellationToken = TestContext.Current.CancellationToken };
        await Parallel.ForAsync(0, count, options, async (i, _) => answers.Add(await request(i)));
        return answers;
    }
}
