using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace MapTiler.Benchmarks.Connections;

/// <summary>
/// Forwards TCP connections and delays every byte by half of a round trip in each direction. A new connection waits for one round trip, as the handshake of TCP does.
/// Bandwidth and congestion windows are not limited.
/// </summary>
internal sealed class DelayProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _target;
    private readonly TimeSpan _roundTrip;
    private volatile CancellationTokenSource _silence = new();

    public DelayProxy(int target, TimeSpan roundTrip)
    {
        (_target, _roundTrip) = (target, roundTrip);
        _listener.Start(512);
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Forwards nothing more on the connections that are open, without closing them.</summary>
    public void Silence() => Interlocked.Exchange(ref _silence, new()).Cancel();

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        while (true)
            _ = ForwardAsync(await _listener.AcceptSocketAsync());
    }

    private async Task ForwardAsync(Socket client)
    {
        using var server = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        client.NoDelay = true;
        var silence = _silence.Token;
        await Task.WhenAll(server.ConnectAsync(IPAddress.Loopback, _target), Task.Delay(_roundTrip));
        await Task.WhenAny(PumpAsync(client, server, silence), PumpAsync(server, client, silence));
        if (silence.IsCancellationRequested)
            await Task.Delay(Timeout.Infinite); // the process ends with the measurement
        client.Dispose();
    }

    private async Task PumpAsync(Socket from, Socket to, CancellationToken silence)
    {
        var pieces = Channel.CreateUnbounded<(byte[] Bytes, TimeSpan Due)>();
        var sending = SendAsync();
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer, SocketFlags.None, silence) is var read and > 0)
                pieces.Writer.TryWrite((buffer[..read], Now + _roundTrip / 2));
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            // The connection is closed or silent.
        }

        pieces.Writer.Complete();
        await sending;

        async Task SendAsync()
        {
            await foreach (var (bytes, due) in pieces.Reader.ReadAllAsync(CancellationToken.None))
            {
                if (due - Now is var wait && wait > TimeSpan.Zero)
                    await Task.Delay(wait, CancellationToken.None);
                if (!silence.IsCancellationRequested)
                    await to.SendAsync(bytes);
            }
        }
    }

    private static TimeSpan Now => TimeSpan.FromMicroseconds(TimeProvider.System.GetTimestamp() * 1e6 / TimeProvider.System.TimestampFrequency);
}
