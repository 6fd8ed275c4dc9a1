using System.Net;
using System.Reflection;
using System.Text.Json;

namespace MapTiler.Emulator.Tests;

public sealed class RequestJournalTests : EmulatorTest
{
    private readonly SignalingTimeProvider _time;

    public RequestJournalTests()
        : this(new())
    {
    }

    private RequestJournalTests(SignalingTimeProvider time)
        : base(new() { TimeProvider = time, JournalCapacity = 5 }) => _time = time;

    [Fact]
    public async Task Request_is_recorded_without_its_secrets()
    {
        using var response = await SendAsync(
            $"/geocoding/Z%C3%BCrich%3B.json?language=de,en&a=b+c&key={Emulator.ApiKey}",
            null,
            ("User-Agent", "my-app/1"), ("Origin", "https://example.com"), ("Referer", $"https://example.com/p?key={Emulator.ApiKey}"),
            ("Accept-Language", "de"), ("X-Secret", "hidden"));

        var request = Assert.Single(Emulator.Requests);
        Assert.Equal("GET", request.Method);
        Assert.Equal("/geocoding/Z%C3%BCrich%3B.json?language=de,en&a=b+c&key=***", request.Target);
        Assert.Equal("/geocoding/Z%C3%BCrich%3B.json", request.Path);
        Assert.Equal("de,en", request.Query["language"]);
        Assert.Equal("b c", request.Query["a"]);
        Assert.Equal("***", request.Query["key"]);
        Assert.Equal("my-app/1", request.UserAgent);
        Assert.Equal("https://example.com", request.Origin);
        Assert.Equal("https://example.com/p", request.Headers.Referer);
        Assert.Equal("de", request.Headers.AcceptLanguage);
        Assert.Equal("***", request.Headers["X-Secret"]);
        Assert.Equal("default", request.KeyName);
        Assert.Equal(1, request.KeyCount);
        Assert.Equal(0, request.SignatureCount);
        Assert.Equal(200, request.StatusCode);
        Assert.Equal(1, request.Cost);
        Assert.Equal(_time.GetUtcNow(), request.Timestamp);
        Assert.Equal(TimeSpan.Zero, request.Duration);
        Assert.Equal("GET /geocoding/Z%C3%BCrich%3B.json?language=de,en&a=b+c&key=*** 200", request.ToString());
    }

    [Fact]
    public async Task A_missing_header_is_null()
    {
        await GetTextAsync("/geolocation/ip.json");
        var request = Assert.Single(Emulator.Requests);
        Assert.Null(request.UserAgent);
        Assert.Null(request.Origin);
    }

    [Theory]
    [InlineData("?key=SECRET&k%65y=SECRET&KEY=SECRET", 2, 0, "?key=***&key=***&KEY=***")]
    [InlineData("?key=SECRET&signature=SECRET&x=1", 1, 1, "?key=***&signature=***&x=1")]
    public async Task Credentials_are_counted_and_redacted(string query, int keys, int signatures, string recorded)
    {
        await AssertStatusAsync(HttpStatusCode.Forbidden, SendAsync("/geolocation/ip.json" + query));

        var request = Assert.Single(Emulator.Requests);
        Assert.Equal((keys, signatures), (request.KeyCount, request.SignatureCount));
        Assert.Equal("/geolocation/ip.json" + recorded, request.Target);
        Assert.Null(request.KeyName);
    }

    [Theory]
    [InlineData("/geocoding/Paris.json", 1)]
    [InlineData("/geocoding/Paris;Berlin;8.5,47.4.json", 3)]
    [InlineData("/geocoding/Paris;.json", 0)]
    [InlineData("/maps/streets-v4/style.json", 0)]
    [InlineData("/maps/streets-v4/", 0)]
    [InlineData("/geolocation/ip.json", 0)]
    public async Task Cost_of_a_request_is_that_of_the_price_list(string path, int cost)
    {
        using var response = await SendWithKeyAsync(path);
        Assert.Equal(cost, Assert.Single(Emulator.Requests).Cost);
    }

    [Fact]
    public async Task Request_with_a_suspended_key_has_its_name()
    {
        var key = Emulator.AddKey("late payer");
        key.Status = EmulatedKeyStatus.Suspended;
        await AssertStatusAsync(HttpStatusCode.Forbidden, SendAsync(WithKey("/geolocation/ip.json", key.Key)));
        Assert.Equal("late payer", Assert.Single(Emulator.Requests).KeyName);
    }

    [Fact]
    public async Task Requests_are_listed_in_their_order_until_cleared()
    {
        await GetTextAsync("/geocoding/a.json");
        await GetTextAsync("/geocoding/b.json");
        Assert.Equal(["/geocoding/a.json", "/geocoding/b.json"], Emulator.Requests.Select(r => r.Path));

        Emulator.Requests.Clear();
        Assert.Equal((0, 0, 0), (Emulator.Requests.Count, Emulator.Requests.TotalCount, Emulator.Requests.PeakConcurrency));
    }

    [Fact]
    public async Task Oldest_requests_are_dropped_beyond_the_capacity()
    {
        for (var i = 0; i < 7; i++)
            await GetTextAsync($"/geocoding/{i},0.json");

        Assert.Equal((5, 7), (Emulator.Requests.Count, Emulator.Requests.TotalCount));
        Assert.Equal("/geocoding/2,0.json", Emulator.Requests.First().Path);
    }

    [Fact]
    public async Task Sequential_requests_have_a_peak_concurrency_of_one()
    {
        for (var i = 0; i < 20; i++)
            await GetTextAsync("/geolocation/ip.json");
        Assert.Equal(1, Emulator.Requests.PeakConcurrency);
    }

    [Fact]
    public async Task Parallel_requests_are_counted_in_the_peak_concurrency()
    {
        Emulator.Faults.Add(new Fault { Delay = TimeSpan.FromSeconds(1) });
        var sending = Enumerable.Range(0, 3).Select(_ => GetTextAsync("/geolocation/ip.json")).ToArray();
        foreach (var _ in sending)
            await _time.NextWaitAsync(Cancellation);
        _time.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAll(sending);

        Assert.Equal(3, Emulator.Requests.PeakConcurrency);
        Assert.All(Emulator.Requests, r => Assert.Equal(TimeSpan.FromSeconds(1), r.Duration));
    }

    [Fact]
    public async Task WaitForAsync_returns_the_first_request_that_matches()
    {
        var waiting = Emulator.Requests.WaitForAsync(r => r.Path.EndsWith("b.json", StringComparison.Ordinal), Cancellation);
        await GetTextAsync("/geocoding/a.json");
        Assert.False(waiting.IsCompleted);
        await GetTextAsync("/geocoding/b.json");
        Assert.Equal("/geocoding/b.json", (await waiting).Path);
    }

    [Fact]
    public async Task WaitForAsync_throws_when_the_emulator_is_disposed()
    {
        await GetTextAsync("/geolocation/ip.json");
        var pending = Emulator.Requests.WaitForAsync(r => r.Path == "/never", Cancellation);
        Assert.False(pending.IsCompleted);

        await Emulator.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => pending);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Emulator.Requests.WaitForAsync(r => r.Path == "/never", Cancellation));
        Assert.Equal(200, (await Emulator.Requests.WaitForAsync(_ => true, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task The_journal_drops_the_oldest_requests_beyond_its_number_of_bytes()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(new() { JournalMaxBytes = 100_000 }, Cancellation);
        for (var i = 0; i < 20; i++)
        {
            // The query is 14,000 bytes of memory, and so is the header.
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(emulator.BaseAddress, $"/{i}?x={new string('x', 7000)}"));
            request.Headers.TryAddWithoutValidation("Accept-Language", new string('y', 7000));
            await AssertStatusAsync(HttpStatusCode.Forbidden, Client.SendAsync(request, Cancellation));
        }

        Assert.Equal(["/17", "/18", "/19"], emulator.Requests.Select(r => r.Path));
        Assert.Equal(20, emulator.Requests.TotalCount);
    }

    [Fact]
    public async Task Journal_does_not_drop_the_last_request()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(new() { JournalMaxBytes = 1 }, Cancellation);
        foreach (var path in new[] { "/a", "/b" })
            await AssertStatusAsync(HttpStatusCode.Forbidden, Client.GetAsync(new Uri(emulator.BaseAddress, path), Cancellation));
        Assert.Equal(["/b"], emulator.Requests.Select(r => r.Path));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MapTilerEmulatorOptions { JournalMaxBytes = 0 });
    }

    [Fact]
    public async Task WaitForAsync_can_be_canceled()
    {
        using var cancellation = new CancellationTokenSource();
        var waiting = Emulator.Requests.WaitForAsync(_ => true, cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task Request_of_a_client_that_disconnects_is_completed_without_a_status()
    {
        Emulator.Faults.Add(new Fault { Delay = TimeSpan.FromSeconds(1) });
        using var cancellation = new CancellationTokenSource();
        var sending = Client.GetAsync(new Uri(Emulator.BaseAddress, WithKey("/geolocation/ip.json", Emulator.ApiKey)), cancellation.Token);
        await _time.NextWaitAsync(Cancellation);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);

        var request = await Emulator.Requests.WaitForAsync(r => r.Duration is not null, Cancellation);
        Assert.Null(request.StatusCode);
    }

    [Fact]
    public async Task ToString_of_public_types_contains_no_secret()
    {
        var key = Emulator.AddKey("restricted", ["?"], "agent");
        await AssertStatusAsync(HttpStatusCode.Forbidden, SendAsync($"/x?key={key.Key}&signature={Emulator.ServiceToken}"));
        await GetTextAsync("/geolocation/ip.json");
        string[] secrets = [key.Key, Emulator.ApiKey, Emulator.ServiceToken, Emulator.ServiceToken.Split('_')[1]];

        object[] objects = [Emulator, Emulator.Requests, Emulator.Faults, key, .. Emulator.Requests];
        var texts = objects.Select(o => o.ToString()!)
            .Append(JsonSerializer.Serialize(key))
            .Concat(Emulator.Requests.SelectMany(Values));
        Assert.All(texts, text => Assert.All(secrets, secret => Assert.DoesNotContain(secret, text)));
    }

    private static IEnumerable<string> Values(RecordedRequest request) =>
        typeof(RecordedRequest).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(p => p.GetValue(request))
            .SelectMany(value => value is IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>> pairs
                ? pairs.Select(pair => pair.ToString())
                : [value?.ToString() ?? ""]);
}
