using System.Globalization;
using System.IO.Compression;
using MapTiler.AspNetCore.Cache;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace MapTiler.AspNetCore.Proxy;

/// <summary>Sends a buffered response: with its validators, as 304 if the browser has it already, and decompressed if the browser does not accept gzip.</summary>
internal sealed class ResponseWriter(CachePolicy cachePolicy, TimeProvider time)
{
    // The server buffers what it accepts until a slow browser has read it, so the body is written in small slices.
    private const int Slice = 64 * 1024;

    /// <summary>RFC 9211: a stored response that is not fresh any more.</summary>
    private const string StaleStatus = "MapTiler; hit; detail=stale";

    public async Task SendAsync(HttpContext context, BufferedResponse buffered)
    {
        var (request, response) = (context.Request, context.Response);
        var headers = response.Headers;
        var isCompressed = buffered.ContentEncoding is not null;
        var mustDecompress = isCompressed && !AcceptsGzip(request);
        headers.CacheControl = cachePolicy.GetCacheControl(context, buffered.CacheControl);
        headers.ETag = mustDecompress && buffered.ETag?.StartsWith('"') == true ? "W/" + buffered.ETag : buffered.ETag;
        headers.LastModified = buffered.LastModified;
        if (buffered.Vary is not null)
            headers.Append(HeaderNames.Vary, buffered.Vary);
        if (buffered.FreshUntil > buffered.FreshFrom && buffered.FreshUntil <= time.GetUtcNow())
            headers.Append("Cache-Status", StaleStatus);
        if (time.GetUtcNow() - buffered.FreshFrom is var age && age >= TimeSpan.FromSeconds(1) && buffered.FreshFrom != default)
            headers.Age = ((long)age.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        if (IsNotModified(request, buffered))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.StatusCode = buffered.Status;
        if (buffered.Status == StatusCodes.Status204NoContent)
            return;

        headers.XContentTypeOptions = "nosniff";
        response.ContentType = buffered.ContentType;
        if (!mustDecompress)
        {
            headers.ContentEncoding = buffered.ContentEncoding;
            response.ContentLength = buffered.Body.Length;
        }

        if (HttpMethods.IsHead(request.Method))
            return;
        if (mustDecompress)
            await DecompressAsync(buffered.Body, response.Body, context.RequestAborted).ConfigureAwait(false);
        else
            await WriteAsync(buffered.Body, response, context.RequestAborted).ConfigureAwait(false);
    }

    private static async Task WriteAsync(ReadOnlyMemory<byte> body, HttpResponse response, CancellationToken cancellationToken)
    {
        for (; body.Length > Slice; body = body[Slice..])
            await response.BodyWriter.WriteAsync(body[..Slice], cancellationToken).ConfigureAwait(false);
        await response.BodyWriter.WriteAsync(body, cancellationToken).ConfigureAwait(false);
    }

    private static async Task DecompressAsync(byte[] compressed, Stream target, CancellationToken cancellationToken)
    {
        try
        {
            var gzip = new GZipStream(new MemoryStream(compressed), CompressionMode.Decompress);
            await using (gzip.ConfigureAwait(false))
                await gzip.CopyToAsync(target, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidDataException e)
        {
            throw new UpstreamException(System.Net.HttpStatusCode.BadGateway, "MapTiler returned a body that is not valid gzip. Check whether a proxy between this application and MapTiler changes responses.", cause: e);
        }
    }

    private static bool IsNotModified(HttpRequest request, BufferedResponse buffered)
    {
        if (request.Headers.IfNoneMatch.Count == 0 && request.Headers.IfModifiedSince.Count == 0)
            return false;

        var conditions = new RequestHeaders(request.Headers);
        if (request.Headers.IfNoneMatch.Count > 0)
        {
            return buffered.ETag is not null && EntityTagHeaderValue.TryParse(buffered.ETag, out var tag)
                && conditions.IfNoneMatch.Any(other => other.Equals(EntityTagHeaderValue.Any) || other.Compare(tag, useStrongComparison: false));
        }

        return conditions.IfModifiedSince is { } since && HeaderUtilities.TryParseDate(buffered.LastModified, out var modified) && modified <= since;
    }

    private static bool AcceptsGzip(HttpRequest request)
    {
        var accepted = request.Headers.AcceptEncoding.ToString();
        if (accepted.AsSpan().IndexOfAny('q', 'Q', '*') < 0)
            return accepted.Contains(BufferedResponse.Gzip, StringComparison.OrdinalIgnoreCase);

        var codings = new RequestHeaders(request.Headers).AcceptEncoding;
        var gzip = codings.FirstOrDefault(coding => coding.Value.Equals(BufferedResponse.Gzip, StringComparison.OrdinalIgnoreCase)) ?? codings.FirstOrDefault(coding => coding.Value == "*");
        return gzip is not null && gzip.Quality is not 0;
    }
}
