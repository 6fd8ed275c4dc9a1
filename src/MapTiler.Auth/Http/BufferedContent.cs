using System.Net;

namespace MapTiler.Http;

/// <summary>The content of a response that was read completely, so that a failure to read it is a failed attempt.</summary>
internal sealed class BufferedContent : HttpContent
{
    private BufferedContent(BoundedBuffer body) => Body = body;

    /// <summary>The bytes, which are valid until the content is disposed.</summary>
    public BoundedBuffer Body { get; }

    /// <summary>Reads the content of a response and replaces it. If that fails, the response is disposed.</summary>
    /// <exception cref="InvalidDataException">The response is longer than <see cref="BoundedBuffer.MaxLength"/>, or cannot be decompressed.</exception>
    public static async ValueTask<HttpResponseMessage> LoadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content is BufferedContent)
            return response;

        try
        {
            var body = response.Content.Headers.ContentLength > BoundedBuffer.MaxLength ? null : await BoundedBuffer.ReadAsync(response, cancellationToken).ConfigureAwait(false);
            if (body is not { IsFinal: true })
            {
                body?.Dispose();
                throw new InvalidDataException($"The response is longer than {BoundedBuffer.MaxLength / 1024 / 1024} MiB.");
            }

            var loaded = new BufferedContent(body);
#if NET
            foreach (var header in response.Content.Headers.NonValidated)
                loaded.Headers.TryAddWithoutValidation(header.Key, header.Value.ToString()); // the collection would be boxed
            if (Authentication.CredentialHandler.CanHaveTrailers(response))
                response.TrailingHeaders.Clear();
#else
            foreach (var header in response.Content.Headers)
                loaded.Headers.TryAddWithoutValidation(header.Key, header.Value);
#endif
            response.Content.Dispose();
            response.Content = loaded;
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    // Copies, because a reader may keep its bytes longer than the response.
    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(new MemoryStream(Body.Unread.ToArray(), writable: false));

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(Body.Unread.ToArray(), 0, Body.Unread.Length);

    protected override bool TryComputeLength(out long length)
    {
        length = Body.Unread.Length;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Body.Dispose();
        base.Dispose(disposing);
    }
}
