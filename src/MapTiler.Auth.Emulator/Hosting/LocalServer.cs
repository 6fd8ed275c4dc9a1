using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
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
    private readonly WebApplication? _tls;

    private LocalServer(KestrelServer server, WebApplication? tls, Uri url)
    {
        _server = server;
        _tls = tls;
        Url = url;
    }

    public Uri Url { get; }

    /// <param name="listenAddress">The IP address to listen on.</param>
    /// <param name="port">The port; 0 for a free port.</param>
    /// <param name="certificate">The certificate for HTTPS, with HTTP/2 for clients that support it; null for HTTP.</param>
    /// <param name="application">The application that responds.</param>
    /// <param name="cancellationToken">A token to cancel the start.</param>
    public static async Task<LocalServer> StartAsync(
        IPAddress listenAddress, int port, X509Certificate2? certificate, IHttpApplication<HttpContext> application, CancellationToken cancellationToken)
    {
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Limits.MaxRequestLineSize = MaxRequestLine;
        // Options determine the size of the parts of an upload, and faults their speed.
        options.Limits.MaxRequestBodySize = null;
        options.Limits.MinRequestBodyDataRate = null;
        ListenOptions? listening = null;
        var tls = certificate is null ? null : CreateTls();
        options.ApplicationServices = tls?.Services!;
        options.Listen(listenAddress, port, o =>
        {
            o.Protocols = certificate is null ? HttpProtocols.Http1 : HttpProtocols.Http1AndHttp2;
            if (certificate is not null)
                o.UseHttps(certificate);
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
            if (tls is not null)
                await tls.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        return new(server, tls, UrlOf(certificate is null ? "http" : "https", listening!.IPEndPoint!));
    }

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(false);
        _server.Dispose();
        if (_tls is not null)
            await _tls.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Where a client on this machine finds it, also when it listens everywhere.</summary>
    private static Uri UrlOf(string scheme, IPEndPoint endPoint)
    {
        var address = endPoint.Address.Equals(IPAddress.Any) ? IPAddress.Loopback
            : endPoint.Address.Equals(IPAddress.IPv6Any) ? IPAddress.IPv6Loopback
            : endPoint.Address;
        return new($"{scheme}://{new IPEndPoint(address, endPoint.Port)}/");
    }

    /// <summary>Creates a web application that is not started. Its services are what Kestrel needs for TLS, and some of them are internal.</summary>
    private static WebApplication CreateTls()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore();
        return builder.Build();
    }
}
