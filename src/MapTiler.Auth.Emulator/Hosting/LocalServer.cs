using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace MapTiler.Emulator.Hosting;

/// <summary>Kestrel on one port.</summary>
internal sealed class LocalServer : IAsyncDisposable
{
    // Longer than the maximum of the emulator, so that the emulator and not Kestrel rejects longer ones.
    private const int MaxRequestLine = 256 * 1024;

    private readonly KestrelServer _server;

    private LocalServer(KestrelServer server, Uri url)
    {
        _server = server;
        Url = url;
    }

    public Uri Url { get; }

    public static async Task<LocalServer> StartAsync(
        IPAddress listenAddress, int port, IHttpApplication<HttpContext> application, CancellationToken cancellationToken)
    {
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Limits.MaxRequestLineSize = MaxRequestLine;
        // Options determine the size of the parts of an upload, and faults their speed.
        options.Limits.MaxRequestBodySize = null;
        options.Limits.MinRequestBodyDataRate = null;
        ListenOptions? listening = null;
        options.Listen(listenAddress, port, o =>
        {
            o.Protocols = HttpProtocols.Http1;
            listening = o;
        });

        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        var server = new KestrelServer(Options.Create(options), transport, NullLoggerFactory.Instance);
        try
        {
            await server.StartAsync(application, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            server.Dispose();
            throw;
        }

        return new(server, UrlOf(listening!.IPEndPoint!));
    }

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(false);
        _server.Dispose();
    }

    /// <summary>Where a client on this machine finds it, also when it listens everywhere.</summary>
    private static Uri UrlOf(IPEndPoint endPoint)
    {
        var address = endPoint.Address.Equals(IPAddress.Any) ? IPAddress.Loopback
            : endPoint.Address.Equals(IPAddress.IPv6Any) ? IPAddress.IPv6Loopback
            : endPoint.Address;
        return new($"http://{new IPEndPoint(address, endPoint.Port)}/");
    }
}
