using System.Globalization;
using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace MapTiler.AspNetCore;

/// <summary>Sends a whole answer: with its validators, as 304 to who has it, unpacked for who cannot unpack.</summary>
internal sealed class AnswerWriter(CachePolicy cachePolicy, TimeProvider time)
{
    // The server keeps what it has taken until a slow browser has it. So it gets little at a time.
    private const int Slice = 64 * 1024;

    public async Task SendAsync(HttpContext context, Answer answer)
    {
        var (request, response) = (context.Request, context.Response);
        var headers = response.Headers;
        var isPacked = answer.ContentEncoding is not null;
        var unpacks = isPacked && !AcceptsGzip(request);
        headers.CacheControl = cachePolicy.Of(context, answer.CacheControl);
        headers.ETag = unpacks && answer.ETag?.StartsWith('"') == true ? "W/" + answer.ETag : answer.ETag;
        headers.LastModified = answer.LastModified;
        if (answer.Vary is not null)
            headers.Append(HeaderNames.Vary, answer.Vary);
        if (time.GetUtcNow() - answer.FreshFrom is var age && age >= TimeSpan.FromSeconds(1) && answer.FreshFrom != default)
            headers.Age = ((long)age.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        if (IsKnownTo(request, answer))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.StatusCode = answer.Status;
        if (answer.Status == StatusCodes.Status204NoContent)
            return;

        headers.XContentTypeOptions = "nosniff";
        response.ContentType = answer.ContentType;
        if (!unpacks)
        {
            headers.ContentEncoding = answer.ContentEncoding;
            response.ContentLength = answer.Body.Length;
        }

        if (HttpMethods.IsHead(request.Method))
            return;
        if (unpacks)
            await UnpackAsync(answer.Body, response.Body, context.RequestAborted).ConfigureAwait(false);
        else
            await SendAsync(answer.Body, response, context.RequestAborted).ConfigureAwait(false);
    }

    private static async Task SendAsync(ReadOnlyMemory<byte> body, HttpResponse response, CancellationToken cancellationToken)
    {
        for (; body.Length > Slice; body = body[Slice..])
            await response.BodyWriter.WriteAsync(body[..Slice], cancellationToken).ConfigureAwait(false);
        await response.BodyWriter.WriteAsync(body, cancellationToken).ConfigureAwait(false);
    }

    private static async Task UnpackAsync(byte[] packed, Stream target, CancellationToken cancellationToken)
    {
        try
        {
            var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
            await using (gzip.ConfigureAwait(false))
                await gzip.CopyToAsync(target, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidDataException e)
        {
            throw new UpstreamException(System.Net.HttpStatusCode.BadGateway, "MapTiler answered with gzip that is none.", cause: e);
        }
    }

    private static bool IsKnownTo(HttpRequest request, Answer answer)
    {
        if (request.Headers.IfNoneMatch.Count == 0 && request.Headers.IfModifiedSince.Count == 0)
            return false;

        var known = new RequestHeaders(request.Headers);
        if (request.Headers.IfNoneMatch.Count > 0)
        {
            return answer.ETag is not null && EntityTagHeaderValue.TryParse(answer.ETag, out var tag)
                && known.IfNoneMatch.Any(other => other.Equals(EntityTagHeaderValue.Any) || other.Compare(tag, useStrongComparison: false));
        }

        return known.IfModifiedSince is { } since && HeaderUtilities.TryParseDate(answer.LastModified, out var modified) && modified <= since;
    }

    private static bool AcceptsGzip(HttpRequest request)
    {
        var accepted = request.Headers.AcceptEncoding.ToString();
        if (accepted.AsSpan().IndexOfAny('q', 'Q', '*') < 0)
            return accepted.Contains(Answer.Gzip, StringComparison.OrdinalIgnoreCase);

        var codings = new RequestHeaders(request.Headers).AcceptEncoding;
        var gzip = codings.FirstOrDefault(coding => coding.Value.Equals(Answer.Gzip, StringComparison.OrdinalIgnoreCase)) ?? codings.FirstOrDefault(coding => coding.Value == "*");
        return gzip is not null && gzip.Quality is not 0;
    }
}
