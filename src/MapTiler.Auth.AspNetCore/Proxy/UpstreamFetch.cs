using System.Net;
using System.Net.Http.Headers;

namespace MapTiler.AspNetCore;

/// <summary>Fetches a whole answer, compressed as it is.</summary>
internal sealed class UpstreamFetch(Upstream upstream, TimeProvider time)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    /// <param name="address">The address, without a credential.</param>
    /// <param name="maxBytes">How large it may be.</param>
    /// <param name="languages">The languages of the browser; <see langword="null"/> if the answer does not depend on them.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="UpstreamException">There is no such file; <see cref="TooLargeException"/> if it is larger.</exception>
    public async Task<Answer> GetAsync(Uri address, int maxBytes, string? languages, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(Timeout, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionOrLower };
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(Answer.Gzip));
        if (languages is { Length: > 0 })
            request.Headers.TryAddWithoutValidation("Accept-Language", languages);
        try
        {
            using var response = await upstream.Invoker.SendAsync(request, linked.Token).ConfigureAwait(false);
            return UpstreamStatus.FailureOf(response, isConditional: false) is { } failure ? throw failure : await ReadAsync(response, maxBytes, linked.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (UpstreamFailures.Of(e, cancellationToken) is { } failure)
        {
            throw failure;
        }
    }

    private async Task<Answer> ReadAsync(HttpResponseMessage response, int maxBytes, CancellationToken cancellationToken)
    {
        var (freshFrom, freshUntil) = Freshness.Of(response, time.GetUtcNow());
        var encoding = Header(response.Content.Headers.NonValidated, "Content-Encoding");
        return encoding is null || encoding.Equals(Answer.Gzip, StringComparison.OrdinalIgnoreCase)
            ? new Answer
            {
                Status = (int)response.StatusCode,
                ContentType = UpstreamStatus.ContentType(response),
                ContentEncoding = encoding is null ? null : Answer.Gzip,
                CacheControl = Header(response.Headers.NonValidated, "Cache-Control"),
                ETag = Header(response.Headers.NonValidated, "ETag"),
                LastModified = Header(response.Content.Headers.NonValidated, "Last-Modified"),
                Vary = encoding is null ? null : "Accept-Encoding",
                Body = await BoundedBody.ReadAsync(response.Content, maxBytes, cancellationToken).ConfigureAwait(false),
                FreshFrom = freshFrom,
                FreshUntil = freshUntil,
            }
            : throw new UpstreamException(HttpStatusCode.BadGateway, "MapTiler answered in an encoding that nobody asked for.");
    }

    private static string? Header(HttpHeadersNonValidated headers, string name) => headers.TryGetValues(name, out var values) ? values.ToString() : null;
}
