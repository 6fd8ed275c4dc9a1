using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace MapTiler.Emulator.Http;

/// <summary>A request as the rules of the emulator look at it.</summary>
internal sealed class IncomingRequest
{
    private readonly string _basePath;

    public IncomingRequest(HttpContext context, string basePath = "")
        : this(context, context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget, basePath)
    {
    }

    /// <summary>Creates the same request for another target.</summary>
    public IncomingRequest(HttpContext context, string target, string basePath)
    {
        Context = context;
        _basePath = basePath;
        Target = RequestTarget.Parse(target, basePath);
    }

    public HttpContext Context { get; }

    public RequestTarget Target { get; }

    /// <summary>What goes wrong with it.</summary>
    public Fault? Fault { get; set; }

    /// <summary>The timestamp at which all of it had arrived, from which the latency counts.</summary>
    public long Arrived { get; set; }

    public string Method => Context.Request.Method;

    public IHeaderDictionary Headers => Context.Request.Headers;

    /// <summary>What links inside of a response begin with.</summary>
    public string BaseUrl => $"{Context.Request.Scheme}://{Context.Request.Host.Value}{_basePath}";

    /// <summary>What links inside of a response end with.</summary>
    public string KeyQuery => $"?key={Uri.EscapeDataString(Target.Key ?? "")}";

    /// <summary>The URL that the caller must have signed, with the host name that the caller used.</summary>
    public string AbsoluteUrl => Target.Raw.StartsWith('/') ? $"{Context.Request.Scheme}://{Context.Request.Host.Value}{Target.Raw}" : Target.Raw;

    /// <summary>The next bytes of the body, none at its end.</summary>
    public async ValueTask<int> ReadBodyAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await Context.Request.Body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException error)
        {
            throw new ClientDisconnectedException(error);
        }
    }

    /// <summary>The whole body, or null if it is larger than this.</summary>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadBodyAsync(int maxSize, CancellationToken cancellationToken)
    {
        var body = new ArrayBufferWriter<byte>();
        while (await ReadBodyAsync(body.GetMemory(), cancellationToken).ConfigureAwait(false) is var read and > 0)
        {
            body.Advance(read);
            if (body.WrittenCount > maxSize)
                return null;
        }

        return body.WrittenMemory;
    }
}

/// <summary>The caller closed the connection before it had sent all of its request.</summary>
internal sealed class ClientDisconnectedException(Exception cause) : OperationCanceledException(cause.Message, cause);
