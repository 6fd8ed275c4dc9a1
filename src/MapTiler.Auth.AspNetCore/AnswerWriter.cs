using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace MapTiler.AspNetCore;

/// <summary>Sends a whole answer: with its validators, as 304 to who has it, unpacked for who cannot unpack.</summary>
internal sealed class AnswerWriter(CachePolicy cachePolicy, TimeProvider time)
{
    private const int MaxUnpackedBytes = 64 * 1024 * 1024;

    public async Task SendAsync(HttpContext context, Answer answer)
    {
        var response = context.Response;
        var headers = response.Headers;
        headers.CacheControl = cachePolicy.Of(context, answer.CacheControl);
        headers.ETag = answer.ETag;
        headers.LastModified = answer.LastModified;
        headers.Vary = answer.Vary;
        if (time.GetUtcNow() - answer.FreshFrom is var age && age >= TimeSpan.FromSeconds(1) && answer.FreshFrom != default)
            headers.Age = ((long)age.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        if (IsKnownTo(context.Request, answer))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.StatusCode = answer.Status;
        if (answer.Status == StatusCodes.Status204NoContent)
            return;

        headers.XContentTypeOptions = "nosniff";
        response.ContentType = answer.ContentType;
        var body = answer.Body;
        if (answer.ContentEncoding is not null && AcceptsGzip(context.Request))
            headers.ContentEncoding = answer.ContentEncoding;
        else if (answer.ContentEncoding is not null)
            body = await BoundedBody.UnpackAsync(body, MaxUnpackedBytes, context.RequestAborted).ConfigureAwait(false);
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await response.BodyWriter.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
    }

    private static bool IsKnownTo(HttpRequest request, Answer answer)
    {
        if (request.Headers.IfNoneMatch.Count == 0 && request.Headers.IfModifiedSince.Count == 0)
            return false;

        var known = new RequestHeaders(request.Headers);
        if (known.IfNoneMatch.Count > 0)
        {
            return answer.ETag is not null && EntityTagHeaderValue.TryParse(answer.ETag, out var tag)
                && known.IfNoneMatch.Any(other => other.Equals(EntityTagHeaderValue.Any) || other.Compare(tag, useStrongComparison: false));
        }

        return known.IfModifiedSince is { } since && HeaderUtilities.TryParseDate(answer.LastModified, out var modified) && modified <= since;
    }

    private static bool AcceptsGzip(HttpRequest request)
    {
        var accepted = request.Headers.AcceptEncoding.ToString();
        return accepted.Contains(";q=", StringComparison.OrdinalIgnoreCase)
            ? new RequestHeaders(request.Headers).AcceptEncoding.Any(coding => coding.Value.Equals(Answer.Gzip, StringComparison.OrdinalIgnoreCase) && coding.Quality is not 0)
            : accepted.Contains(Answer.Gzip, StringComparison.OrdinalIgnoreCase);
    }
}
