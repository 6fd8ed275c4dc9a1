using System.Net;

namespace MapTiler.Emulator.Tests;

public sealed class MapTilerEmulatorTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Emulator_listens_on_free_loopback_ports()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: Cancellation);

        Assert.Equal("127.0.0.1", emulator.BaseAddress.Host);
        Assert.Equal("/", emulator.BaseAddress.AbsolutePath);
        Assert.Equal(3, new[] { emulator.BaseAddress, emulator.ServiceBaseAddress, emulator.UploadBaseAddress }.DistinctBy(a => a.Port).Count());
    }

    [Fact]
    public async Task Emulator_listens_on_the_ports_of_the_options()
    {
        var first = await MapTilerEmulator.StartAsync(cancellationToken: Cancellation);
        var (port, servicePort, uploadPort) = (first.BaseAddress.Port, first.ServiceBaseAddress.Port, first.UploadBaseAddress.Port);
        await first.DisposeAsync();

        await using var second = await MapTilerEmulator.StartAsync(new() { Port = port, ServicePort = servicePort, UploadPort = uploadPort }, Cancellation);

        Assert.Equal((port, servicePort, uploadPort), (second.BaseAddress.Port, second.ServiceBaseAddress.Port, second.UploadBaseAddress.Port));
        await Assert.ThrowsAsync<IOException>(() => MapTilerEmulator.StartAsync(new() { Port = port }, Cancellation));
    }

    [Fact]
    public async Task An_emulator_that_listens_everywhere_is_reached_on_loopback()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(new() { ListenAddress = IPAddress.Any }, Cancellation);
        using var client = new HttpClient();
        using var response = await client.GetAsync(new Uri(emulator.BaseAddress, $"geolocation/ip.json?key={emulator.ApiKey}"), Cancellation);

        Assert.Equal("127.0.0.1", emulator.BaseAddress.Host);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Credentials_are_derived_from_the_seed()
    {
        var (one, same, other) = (await CredentialsAsync("a"), await CredentialsAsync("a"), await CredentialsAsync("b"));

        Assert.Equal(one, same);
        Assert.Empty(one.Intersect(other));
        Assert.Matches("^[A-Za-z0-9]{20}$", one[0]);
        Assert.Matches("^[A-Za-z0-9]{20}$", one[1]);
        Assert.NotEqual(one[0], one[1]);
        Assert.Matches("^[0-9a-f]{32}_[0-9a-f]{64}$", one[2]);
    }

    [Fact]
    public async Task Latency_delays_every_response()
    {
        var time = new SignalingTimeProvider();
        await using var emulator = await MapTilerEmulator.StartAsync(new() { TimeProvider = time, Latency = TimeSpan.FromSeconds(3) }, Cancellation);
        using var client = new HttpClient { BaseAddress = emulator.BaseAddress };

        var sending = client.GetAsync(new Uri("/maps/", UriKind.Relative), Cancellation);
        Assert.Equal(TimeSpan.FromSeconds(3), await time.NextWaitAsync(Cancellation));
        Assert.False(sending.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(3));

        using var response = await sending;
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task DisposeAsync_aborts_requests_in_progress()
    {
        var emulator = await MapTilerEmulator.StartAsync(new() { TimeProvider = new SignalingTimeProvider() }, Cancellation);
        emulator.Faults.Add(new Fault { Delivery = FaultDelivery.Stalled });
        using var client = new HttpClient();
        var sending = client.GetByteArrayAsync(new Uri(emulator.BaseAddress, $"geolocation/ip.json?key={emulator.ApiKey}"), Cancellation);
        await emulator.Requests.WaitForAsync(_ => true, Cancellation);

        await emulator.DisposeAsync();
        await emulator.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => sending);
    }

    private static async Task<string[]> CredentialsAsync(string seed)
    {
        await using var emulator = await MapTilerEmulator.StartAsync(new() { Seed = seed }, Cancellation);
        return [emulator.ApiKey, emulator.AddKey("another").Key, emulator.ServiceToken];
    }
}
