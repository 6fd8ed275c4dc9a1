using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace MapTiler.Emulator.Tests;

public sealed class RequestQuotaTests : EmulatorTest
{
    private const string Paris = "/geocoding/Paris.json";
    private const string StaticMap = "/maps/streets-v4/static/8.5,47.4,10/300x200";

    private readonly FakeTimeProvider _time;

    public RequestQuotaTests()
        : this(new FakeTimeProvider(new DateTimeOffset(2026, 1, 31, 23, 0, 0, TimeSpan.Zero)))
    {
    }

    private RequestQuotaTests(FakeTimeProvider time)
        : base(new() { TimeProvider = time }) => _time = time;

    [Fact]
    public async Task A_key_is_charged_by_the_price_list()
    {
        var key = Emulator.AddKey("shop");
        foreach (var (path, used) in new[]
        {
            (Paris, 1),
            ("/geocoding/Paris;Rome;Bern.json", 4),
            ("/elevation/8,47;9,47.json", 6),
            ("/coordinates/transform/8,47.json?t_srs=3857", 7),
            ("/maps/streets-v4/1/0/0.png", 11),
            ("/maps/streets-v4/256/1/0/0.png", 12),
            (StaticMap + ".png", 27),
            ("/tiles/v3/1/0/0.pbf", 28),
            ("/tiles/v3/tiles.json", 28),
            ("/maps/streets-v4/style.json", 28),
            ("/geocoding/Paris.json?limit=99", 28),
            ("/no/such/thing", 28),
        })
        {
            using var response = await SendAsync(WithKey(path, key.Key));
            Assert.Equal(used, Emulator.GetUsedRequests(key));
        }

        Assert.Equal(28, Emulator.Requests.Sum(r => r.Cost));
        Assert.Equal(0, Emulator.GetUsedRequests(Emulator.Keys[0]));
    }

    [Fact]
    public async Task Call_that_reaches_the_limit_is_the_last_one_of_the_month()
    {
        Emulator.Add(new EmulatedKey("shop") { RequestLimit = 3 });
        await AssertStatusAsync(HttpStatusCode.OK, SendAsync("/geocoding/Paris;Rome.json?key=shop"));
        await AssertStatusAsync(HttpStatusCode.OK, SendAsync("/geocoding/Paris;Rome.json?key=shop"));

        await AssertRejectedAsync(SendAsync(Paris + "?key=shop"), HttpStatusCode.TooManyRequests, "Monthly request quota exceeded");
        await AssertStatusAsync(HttpStatusCode.TooManyRequests, SendAsync("/maps/streets-v4/style.json?key=shop"));
        await AssertStatusAsync(HttpStatusCode.OK, SendWithKeyAsync(Paris));

        _time.Advance(TimeSpan.FromHours(1));
        await AssertStatusAsync(HttpStatusCode.OK, SendAsync(Paris + "?key=shop"));
        Assert.Equal(1, Emulator.GetUsedRequests(Emulator.Keys[^1]));
    }

    [Fact]
    public async Task Limit_can_be_removed_while_the_emulator_runs()
    {
        var key = Emulator.AddKey("shop");
        key.RequestLimit = 0;
        await AssertStatusAsync(HttpStatusCode.TooManyRequests, SendAsync(WithKey(Paris, key.Key)));
        key.RequestLimit = null;
        await AssertStatusAsync(HttpStatusCode.OK, SendAsync(WithKey(Paris, key.Key)));
        Assert.Throws<ArgumentOutOfRangeException>(() => key.RequestLimit = -1);
    }

    [Fact]
    public async Task Parallel_calls_do_not_exceed_the_limit()
    {
        var key = Emulator.AddKey("shop");
        key.RequestLimit = 10;

        var statuses = await Task.WhenAll(Enumerable.Range(0, 40).Select(async _ =>
        {
            using var response = await SendAsync(WithKey(Paris, key.Key));
            return response.StatusCode;
        }));

        Assert.Equal(10, statuses.Count(s => s == HttpStatusCode.OK));
        Assert.Equal(30, statuses.Count(s => s == HttpStatusCode.TooManyRequests));
        Assert.Equal(10, Emulator.GetUsedRequests(key));
    }

    [Fact]
    public async Task Call_with_a_delivery_fault_is_free_of_charge()
    {
        var key = Emulator.AddKey("shop");
        Emulator.Faults.Add(new Fault { Status = 500, Times = 1 });
        Emulator.Faults.Add(new Fault { Delivery = FaultDelivery.Reset, Skip = 0, Times = 1 });
        await AssertStatusAsync(HttpStatusCode.InternalServerError, SendAsync(WithKey(Paris, key.Key)));
        await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync(WithKey(Paris, key.Key)));
        Assert.Equal(0, Emulator.GetUsedRequests(key));
    }

    [Fact]
    public async Task Used_up_quota_has_Retry_After_only_with_the_option()
    {
        using var withoutHeader = await SendOverQuotaAsync(new() { TimeProvider = _time });
        using var withHeader = await SendOverQuotaAsync(new() { TimeProvider = _time, QuotaIncludesRetryAfter = true });
        using var forbidden = await SendOverQuotaAsync(new() { QuotaStatus = 403, QuotaIncludesRetryAfter = true });

        Assert.Equal((HttpStatusCode.TooManyRequests, null), (withoutHeader.StatusCode, withoutHeader.Headers.RetryAfter));
        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromHours(1)), (withHeader.StatusCode, withHeader.Headers.RetryAfter?.Delta));
        Assert.Equal((HttpStatusCode.Forbidden, null), (forbidden.StatusCode, forbidden.Headers.RetryAfter));
        Assert.StartsWith("Invalid key - Get your FREE key", await forbidden.Content.ReadAsStringAsync(Cancellation));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MapTilerEmulatorOptions { QuotaStatus = 500 });

        async Task<HttpResponseMessage> SendOverQuotaAsync(MapTilerEmulatorOptions options)
        {
            await using var emulator = await MapTilerEmulator.StartAsync(options, Cancellation);
            emulator.Add(new EmulatedKey("shop") { Status = EmulatedKeyStatus.QuotaExceeded });
            return await Client.GetAsync(new Uri(emulator.BaseAddress, Paris + "?key=shop"), Cancellation);
        }
    }

    [Fact]
    public async Task Response_has_the_date_of_the_clock()
    {
        using var response = await SendWithKeyAsync(Paris);
        Assert.Equal(_time.GetUtcNow(), response.Headers.Date);
    }
}
