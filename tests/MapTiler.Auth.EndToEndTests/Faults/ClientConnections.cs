using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;

namespace MapTiler.EndToEndTests.Faults;

/// <summary>The connections of the clients. They show the server whether a client has read everything that was sent, and waits for more.</summary>
internal sealed class ClientConnections
{
    private readonly ConcurrentDictionary<int, ClientStream> _byPort = new();
    private int _attempts;

    /// <summary>The number of attempts to connect.</summary>
    public int Attempts => _attempts;

    /// <summary>Whether the name of the host at a port cannot be resolved.</summary>
    public Func<int, bool> FailsToResolve { get; init; } = _ => false;

    /// <summary>Whether the certificate of the server is accepted.</summary>
    public bool TrustsServer { get; init; }

    public void Use(SocketsHttpHandler handler)
    {
        handler.UseProxy = false;
        handler.ConnectCallback = ConnectAsync;
        if (!TrustsServer)
            return;
#pragma warning disable CA5359 // the certificate is that of the test
        handler.SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, _, _, _) => true };
#pragma warning restore CA5359
    }

    /// <summary>Whether the client has read this number of bytes from the connection and waits for more. A closed connection is not waiting.</summary>
    public bool IsWaiting(EndPoint client, long bytes) => Find(client) is { IsWaiting: true, IsClosed: false } stream && stream.BytesRead == bytes;

    public bool IsClosed(EndPoint client) => Find(client) is { IsClosed: true };

    private ClientStream? Find(EndPoint client) => _byPort.GetValueOrDefault(((IPEndPoint)client).Port);

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _attempts);
        if (FailsToResolve(context.DnsEndPoint.Port))
            throw new SocketException((int)SocketError.HostNotFound);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        return _byPort[((IPEndPoint)socket.LocalEndPoint!).Port] = new ClientStream(new NetworkStream(socket, ownsSocket: true));
    }

    private sealed class ClientStream(Stream inner) : Stream
    {
        private long _bytesRead;

        public long BytesRead => Interlocked.Read(ref _bytesRead);

        public bool IsWaiting { get; private set; }

        public bool IsClosed { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var pending = inner.ReadAsync(buffer, cancellationToken);
            IsWaiting = true;
            try
            {
                var read = await pending;
                IsWaiting = false;
                Interlocked.Add(ref _bytesRead, read);
                return read;
            }
            finally
            {
                IsWaiting = false;
            }
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => inner.WriteAsync(buffer, cancellationToken);

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => inner.WriteAsync(buffer, offset, count, cancellationToken);

        public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);

        public override void Flush() => inner.Flush();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            IsClosed = true;
            inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
