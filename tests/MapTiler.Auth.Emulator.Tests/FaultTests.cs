using System.Net;
using System.Text;

namespace MapTiler.Emulator.Tests;

public sealed class FaultTests : EmulatorTest
{
    private const string Path = "/geolocation/ip.json";

    private readonly SignalingTimeProvider _time;

    public FaultTests()
        : this(new())
    {
    }

    private FaultTests(SignalingTimeProvider time)
        : base(new() { TimeProvider = time }) => _time = time;

    [Fact]
    public async Task Error_status_has_a_plain_text_body()
    {
        Emulator.Faults.Add(new Fault { Status = 503 });
        await AssertRejectedAsync(SendWithKeyAsync(Path), HttpStatusCode.ServiceUnavailable, "Emulated fault 503");
        Assert.Equal(0, Assert.Single(Emulator.Requests).Cost);
    }

    [Fact]
    public async Task Status_can_have_a_body_and_a_content_type()
    {
        Emulator.Faults.Add(new Fault { Status = 403, Body = "GIF89a", ContentType = "image/gif" });

        using var response = await SendWithKeyAsync(Path);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("image/gif", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("GIF89a", await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task A_status_without_content_has_no_body()
    {
        Emulator.Faults.Add(new Fault { Status = 204, Body = "ignored" });
        using var response = await SendWithKeyAsync(Path);
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    public async Task Success_can_have_a_body_that_is_not_json()
    {
        Emulator.Faults.Add(new Fault { Body = "{\"country\":" });
        Assert.Equal("{\"country\":", await GetTextAsync(Path));
    }

    [Fact]
    public async Task Success_can_have_another_content_type()
    {
        Emulator.Faults.Add(new Fault { ContentType = "text/html" });

        using var response = await SendWithKeyAsync(Path);

        Assert.Equal("text/html", response.Content.Headers.ContentType?.ToString());
        Assert.StartsWith("{\"country_code\"", await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task RetryAfter_is_sent_in_seconds()
    {
        Emulator.Faults.Add(new Fault { Status = 429, RetryAfter = TimeSpan.FromMilliseconds(1500) });
        using var response = await SendWithKeyAsync(Path);
        Assert.Equal(TimeSpan.FromSeconds(2), response.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task RetryAt_is_sent_as_a_date()
    {
        var date = new DateTimeOffset(2026, 1, 2, 3, 5, 0, TimeSpan.Zero);
        Emulator.Faults.Add(new Fault { Status = 503, RetryAt = date });
        using var response = await SendWithKeyAsync(Path);
        Assert.Equal(date, response.Headers.RetryAfter?.Date);
    }

    [Theory]
    [InlineData(false, "https://elsewhere.example/x")]
    [InlineData(true, "https://elsewhere.example/x?a=%41&key=")]
    public async Task Redirect_has_the_location_with_or_without_the_query(bool echo, string location)
    {
        Emulator.Faults.Add(new Fault { RedirectTo = new Uri("https://elsewhere.example/x"), EchoQuery = echo });

        using var response = await SendWithKeyAsync($"{Path}?a=%41");

        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.Equal(echo ? location.Replace("%41", "A") + Emulator.ApiKey : location, response.Headers.Location?.OriginalString);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    public async Task Redirect_can_have_another_status()
    {
        Emulator.Faults.Add(new Fault { Status = 307, RedirectTo = new Uri("/other", UriKind.Relative) });
        using var response = await SendWithKeyAsync(Path);
        Assert.Equal(HttpStatusCode.TemporaryRedirect, response.StatusCode);
        Assert.Equal("/other", response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Reset_sends_no_response()
    {
        Emulator.Faults.Add(new Fault { Delivery = FaultDelivery.Reset });

        await Assert.ThrowsAsync<HttpRequestException>(() => SendWithKeyAsync(Path));

        Assert.Null(Assert.Single(Emulator.Requests).StatusCode);
    }

    [Fact]
    public async Task Reset_fails_a_request_on_a_reused_connection()
    {
        await GetTextAsync(Path);
        Emulator.Faults.Add(new Fault { Delivery = FaultDelivery.Reset, Times = 1 });

        await Assert.ThrowsAsync<HttpRequestException>(() => SendWithKeyAsync(Path));

        Assert.Equal([200, null], Emulator.Requests.Select(r => r.StatusCode));
    }

    [Fact]
    public async Task A_truncated_body_ends_before_its_length()
    {
        Emulator.Faults.Add(new Fault { Delivery = FaultDelivery.Truncated, SentBytes = 10 });

        using var response = await SendWithKeyAsync(Path);
        var body = await response.Content.ReadAsStreamAsync(Cancellation);
        var part = new byte[10];
        await body.ReadExactlyAsync(part, Cancellation);

        Assert.Equal("{\"country_", Encoding.UTF8.GetString(part));
        Assert.True(response.Content.Headers.ContentLength > 100);
        var error = await Assert.ThrowsAsync<HttpIOException>(() => body.ReadExactlyAsync(part, Cancellation).AsTask());
        Assert.Equal(HttpRequestError.ResponseEnded, error.HttpRequestError);
    }

    [Fact]
    public async Task Stalled_body_is_not_completed_until_the_client_disconnects()
    {
        Emulator.Faults.Add(new Fault { Delivery = FaultDelivery.Stalled, SentBytes = 10 });

        var response = await SendWithKeyAsync(Path);
        var body = await response.Content.ReadAsStreamAsync(Cancellation);
        await body.ReadExactlyAsync(new byte[10], Cancellation);
        Assert.Null(Assert.Single(Emulator.Requests).Duration);
        var rest = body.ReadExactlyAsync(new byte[1], Cancellation);
        Assert.False(rest.IsCompleted);

        response.Dispose();
        var request = await Emulator.Requests.WaitForAsync(r => r.Duration is not null, Cancellation);
        Assert.Equal(200, request.StatusCode);
        await Assert.ThrowsAnyAsync<Exception>(async () => await rest);
    }

    [Fact]
    public async Task Slow_body_is_sent_in_pieces_with_intervals()
    {
        Emulator.Faults.Add(new Fault { Body = "abcdefgh", Delivery = FaultDelivery.Slow, SentBytes = 3, Interval = TimeSpan.FromSeconds(7) });

        using var response = await SendWithKeyAsync(Path);
        var body = await response.Content.ReadAsStreamAsync(Cancellation);
        var piece = new byte[3];
        foreach (var expected in (string[])["abc", "def"])
        {
            await body.ReadExactlyAsync(piece, Cancellation);
            Assert.Equal(expected, Encoding.UTF8.GetString(piece));
            Assert.Equal(TimeSpan.FromSeconds(7), await _time.NextWaitAsync(Cancellation));
            _time.Advance(TimeSpan.FromSeconds(7));
        }

        await body.ReadExactlyAsync(piece.AsMemory(0, 2), Cancellation);
        Assert.Equal("gh", Encoding.UTF8.GetString(piece, 0, 2));
        Assert.Equal(TimeSpan.FromSeconds(14), Assert.Single(Emulator.Requests).Duration);
    }

    [Fact]
    public async Task Delay_is_added_before_the_response()
    {
        Emulator.Faults.Add(new Fault { Delay = TimeSpan.FromMinutes(1) });

        var sending = SendWithKeyAsync(Path);
        Assert.Equal(TimeSpan.FromMinutes(1), await _time.NextWaitAsync(Cancellation));
        Assert.False(sending.IsCompleted);
        _time.Advance(TimeSpan.FromMinutes(1));

        await AssertStatusAsync(HttpStatusCode.OK, sending);
    }
}
