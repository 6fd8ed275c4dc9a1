using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MapTiler.Tests.Http;

/// <summary>What a call measures, and when it counts as ended.</summary>
public sealed partial class CallTests
{
    private const string File = "/{path}";

    [Fact]
    public async Task Metrics_of_a_successful_call_contain_seconds_endpoint_and_status()
    {
        using var measured = new Measured();
        var time = new FakeTimeProvider();
        using var services = Clients.Services(new StubTransport(_ =>
        {
            time.Advance(TimeSpan.FromSeconds(1.5));
            return StubTransport.Json();
        }), before: s => s.AddSingleton<TimeProvider>(time));

        await services.Geocoding().SearchAsync("a", cancellationToken: Cancel);

        Assert.Equal(
            ["maptiler.client.billed_requests 1 maptiler.endpoint=/geocoding/{query}.json", "maptiler.client.request.duration 1.5 http.response.status_code=200 maptiler.endpoint=/geocoding/{query}.json"],
            measured.All);
    }

    [Fact]
    public async Task Metrics_of_a_failed_call_contain_the_reason_and_no_billed_requests()
    {
        using var measured = new Measured();
        using var services = Clients.Services(new StubTransport(_ => new HttpResponseMessage(HttpStatusCode.NotFound)), before: s => s.AddSingleton<TimeProvider>(new FakeTimeProvider()));

        await Assert.ThrowsAsync<MapTilerException>(() => services.Geocoding().SearchAsync("a", cancellationToken: Cancel));

        Assert.Equal(["maptiler.client.request.duration 0 error.type=NotFound http.response.status_code=404 maptiler.endpoint=/geocoding/{query}.json"], measured.All);
    }

    [Fact]
    public async Task Metrics_of_a_canceled_call_contain_Canceled()
    {
        using var measured = new Measured();
        using var cancellation = new CancellationTokenSource();
        using var services = Clients.Services(new StubTransport(_ =>
        {
            cancellation.Cancel();
            throw new OperationCanceledException(cancellation.Token);
        }), before: s => s.AddSingleton<TimeProvider>(new FakeTimeProvider()));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => services.Geocoding().SearchAsync("a", cancellationToken: cancellation.Token));

        Assert.Equal(["maptiler.client.request.duration 0 error.type=Canceled maptiler.endpoint=/geocoding/{query}.json"], measured.All);
    }

    [Fact]
    public async Task Metrics_of_a_disposed_stream_count_one_billed_request()
    {
        using var measured = new Measured();
        using var services = Clients.Services(FileTransport(), before: s => s.AddSingleton<TimeProvider>(new FakeTimeProvider()));
        var file = await services.GetRequiredService<MapTilerClient>().GetAsync("/tiles/v3/1/0/0", Cancel);

        Assert.Equal(0, await file!.Stream.ReadAsync(Memory<byte>.Empty, Cancel));
        Assert.Empty(measured.All);
        file.Dispose();
        file.Dispose();

        Assert.Equal(["maptiler.client.billed_requests 1 maptiler.endpoint=" + File, "maptiler.client.request.duration 0 http.response.status_code=200 maptiler.endpoint=" + File], measured.All);
    }

    private static StubTransport FileTransport() => new(_ => new HttpResponseMessage { Content = new ByteArrayContent([1, 2, 3]) { Headers = { ContentType = new("application/x-protobuf") } } });

    /// <summary>Everything that is measured on the way of this test; others run at the same time.</summary>
    private sealed class Measured : IDisposable
    {
        private static readonly AsyncLocal<Measured?> Current = new();

        private readonly ConcurrentQueue<string> _all = new();
        private readonly MeterListener _listener = new();

        public Measured()
        {
            Current.Value = this;
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "MapTiler")
                    listener.EnableMeasurementEvents(instrument);
            };
            _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
            _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
            _listener.Start();
        }

        public IEnumerable<string> All => _all.Order(StringComparer.Ordinal);

        public void Dispose() => _listener.Dispose();

        private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            if (Current.Value == this)
                _all.Enqueue(FormattableString.Invariant($"{instrument.Name} {value} {string.Join(' ', tags.ToArray().OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => tag.Key + "=" + tag.Value))}"));
        }
    }
}
