using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace MapTiler.EndToEndTests.Faults;

/// <summary>A request that the server has received.</summary>
internal sealed record ReceivedRequest(string Method, string Path, byte[] Body);

/// <summary>The response without a fault.</summary>
internal sealed record ValidResponse(string ContentType, byte[] Body, string Headers = "")
{
    /// <summary>The start of a response after which the server closes the connection.</summary>
    public string Head(string headers = "") => $"HTTP/1.1 200 OK\r\nContent-Type: {ContentType}\r\nConnection: close\r\n{Headers}{headers}";

    public string HeadWithLength(long? length = null) => Head(Length(length ?? Body.Length));

    /// <summary>The complete response, after which the connection can be used again.</summary>
    public byte[] ToBytes() => [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: {ContentType}\r\n{Headers}{Length(Body.Length)}"), .. Body];

    private static string Length(long length) => $"Content-Length: {length.ToString(CultureInfo.InvariantCulture)}\r\n\r\n";
}

/// <summary>A server on a raw socket that responds as a fault says.</summary>
internal sealed class FaultServer : IAsyncDisposable
{
    private static readonly X509Certificate2 Certificate = CreateCertificate();

    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource _stop = new();
    private readonly Fault? _fault;
    private readonly bool _isOnce;
    private readonly VirtualTime _time;
    private readonly ClientConnections _clients;
    private readonly Func<ReceivedRequest, ValidResponse> _respond;
    private readonly Action _stageReached;
    private readonly Task? _accepting;
    private int _faults;
    private int _open;
    private int _busy;
    private int _requests;
    private int _accepted;

    public FaultServer(Fault? fault, bool isOnce, VirtualTime time, ClientConnections clients, Func<ReceivedRequest, ValidResponse> respond, Action stageReached)
    {
        (_fault, _isOnce, _time, _clients, _respond, _stageReached) = (fault, isOnce, time, clients, respond, stageReached);
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        if (fault is { Stage: FaultStage.Refused })
            return;
        _listener.Listen(512);
        _accepting = AcceptAsync();
    }

    public Uri Address => new($"{(_fault is { IsTls: true } ? "https" : "http")}://127.0.0.1:{((IPEndPoint)_listener.LocalEndPoint!).Port.ToString(CultureInfo.InvariantCulture)}/");

    /// <summary>The number of responses, or connections, with the fault.</summary>
    public int Faults => _faults;

    /// <summary>The number of connections that are in the middle of a request or response.</summary>
    public int Busy => _busy;

    public int Open => _open;

    public int Requests => _requests;

    /// <summary>The number of connections that were accepted.</summary>
    public int Accepted => _accepted;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        if (_accepting is not null)
            await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
                connections.Add(HandleAsync(await _listener.AcceptAsync(_stop.Token)));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task HandleAsync(Socket socket)
    {
        await Task.Yield();
        socket.NoDelay = true;
        Interlocked.Increment(ref _open);
        Interlocked.Increment(ref _accepted);
        using var connection = new FaultConnection(socket, _time, _clients, _stageReached, _stop.Token);
        try
        {
            if (_fault is { Stage: FaultStage.Connection } && IsFaulty())
            {
                await BusyAsync(() => _fault.ActAsync(connection, null!));
                return;
            }

            if (_fault is { IsTls: true })
                await connection.AuthenticateAsync(Certificate, _fault.Stage == FaultStage.Http2 ? SslApplicationProtocol.Http2 : SslApplicationProtocol.Http11);
            if (_fault is { Stage: FaultStage.Http2 })
            {
                await Http2Connection.RunAsync(connection, () => Interlocked.Increment(ref _requests), _fault);
                return;
            }

            while (await connection.ReadRequestAsync() is { } request)
            {
                Interlocked.Increment(ref _requests);
                var response = _respond(request);
                if (_fault is { Stage: FaultStage.Response } fault && IsFaulty())
                {
                    await BusyAsync(() => fault.ActAsync(connection, response));
                    if (!fault.KeepsConnection)
                        return;
                }
                else
                {
                    await BusyAsync(() => connection.SendAsync(response.ToBytes()));
                }
            }
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
        {
            // The client has closed the connection.
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    private bool IsFaulty() => Interlocked.Increment(ref _faults) == 1 || !_isOnce;

    private async Task BusyAsync(Func<Task> act)
    {
        Interlocked.Increment(ref _busy);
        try
        {
            await act();
        }
        finally
        {
            Interlocked.Decrement(ref _busy);
        }
    }

    private static X509Certificate2 CreateCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }
}

/// <summary>A connection of the server, on which a fault sends what it wants.</summary>
internal sealed class FaultConnection(Socket socket, VirtualTime time, ClientConnections clients, Action stageReached, CancellationToken stop) : IDisposable
{
    private readonly EndPoint _client = socket.RemoteEndPoint!;
    private long _sent;

    public Stream Stream { get; private set; } = new NetworkStream(socket, ownsSocket: true);

    public CancellationToken Stop => stop;

    public async Task AuthenticateAsync(X509Certificate2 certificate, SslApplicationProtocol protocol)
    {
        var secure = new SslStream(Stream);
        Stream = secure;
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate, ApplicationProtocols = [protocol] }, stop);
    }

    /// <summary>Reads a request with its body; null at the end of the connection.</summary>
    public async Task<ReceivedRequest?> ReadRequestAsync()
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await Stream.ReadAsync(one, stop) == 0)
                return null;
            head.Append((char)one[0]);
        }

        var lines = head.ToString().Split("\r\n");
        var length = lines.FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)) is { } header ? int.Parse(header.Split(':')[1], CultureInfo.InvariantCulture) : 0;
        var body = new byte[length];
        await Stream.ReadExactlyAsync(body, stop);
        var start = lines[0].Split(' ');
        return new(start[0], start[1], body);
    }

    public Task SendAsync(string text) => SendAsync(Encoding.ASCII.GetBytes(text));

    public async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        await Stream.WriteAsync(bytes, stop);
        _sent += bytes.Length;
    }

    /// <summary>Ends the connection without an orderly close.</summary>
    public Task ResetAsync()
    {
        socket.LingerState = new LingerOption(true, 0);
        Stream.Dispose();
        return Task.CompletedTask;
    }

    public Task CloseAsync()
    {
        socket.Shutdown(SocketShutdown.Send);
        return Task.CompletedTask;
    }

    /// <summary>Sends nothing more. The clock moves to one timeout after the other until the client closes the connection.</summary>
    public async Task StallAsync()
    {
        while (!await IsClosedAsync())
        {
            if (clients.IsWaiting(_client, _sent))
                time.AdvanceToNextTimeout();
        }
    }

    /// <summary>Sends one byte per second of the clock.</summary>
    public async Task TrickleAsync(byte[] bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            await SendAsync(bytes.AsMemory(i, 1));
            if (!await IsReadAsync())
                return;
            time.Advance(TimeSpan.FromSeconds(1));
            if (clients.IsClosed(_client))
                return;
        }
    }

    /// <summary>Sends the same bytes once per second of the clock until the client closes the connection.</summary>
    public async Task RepeatEverySecondAsync(byte[] bytes)
    {
        await SendAsync(bytes);
        while (await IsReadAsync())
        {
            time.Advance(TimeSpan.FromSeconds(1));
            if (!clients.IsClosed(_client))
                await SendAsync(bytes);
        }
    }

    /// <summary>Sends the same bytes again and again until the client closes the connection. After the maximum, the test can interrupt the client.</summary>
    public async Task RepeatAsync(byte[] bytes, long maxBytes)
    {
        for (var end = _sent + maxBytes; !clients.IsClosed(_client);)
        {
            await SendAsync(bytes);
            if (_sent > end)
                stageReached();
        }
    }

    /// <summary>Lets the test cancel or dispose the client when the client waits for more.</summary>
    public async Task ReachStageAsync()
    {
        if (await IsReadAsync())
            stageReached();
    }

    public void Dispose() => Stream.Dispose();

    /// <summary>Waits until the client has read everything and waits for more; false if it closes the connection.</summary>
    private async Task<bool> IsReadAsync()
    {
        while (!clients.IsWaiting(_client, _sent))
        {
            if (await IsClosedAsync())
                return false;
        }

        return true;
    }

    private async Task<bool> IsClosedAsync()
    {
        await Task.Delay(1, stop); // polls for a condition
        return clients.IsClosed(_client) || (socket.Poll(0, SelectMode.SelectRead) && socket.Available == 0);
    }
}
