using System.Net;
using System.Net.Http.Headers;
using MapTiler.AspNetCore.Cache;

namespace MapTiler.AspNetCore.Proxy;

/// <summary>Fetches a complete response from MapTiler without decompressing it.</summary>
internal sealed class UpstreamFetch(Upstream upstream, TimeProvider time)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    /// <param name="url">The URL, without a credential.</param>
    /// <param name="maxBytes">The maximum size of the body.</param>
    /// <param name="languages">The languages of the browser; <see langword="null"/> if the response does not depend on them.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="UpstreamException">The request failed. The type is <see cref="TooLargeException"/> if the body is larger than <paramref name="maxBytes"/>.</exception>
    public async Task<BufferedResponse> GetAsync(Uri url, int maxBytes, string? languages, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(Timeout, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, url) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionOrLower };
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(BufferedResponse.Gzip));
        if (languages is { Length: > 0 })
            request.Headers.TryAddWithoutValidation("Accept-Language", languages);
        try
        {
            using var response = await upstream.Invoker.SendAsync(request, linked.Token).ConfigureAwait(false);
            return UpstreamErrors.FromResponse(response, isConditional: false) is { } failure ? throw failure : await ReadAsync(response, maxBytes, linked.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (UpstreamErrors.FromException(e, cancellationToken) is { } failure)
        {
            throw failure;
        }
    }

    private async Task<BufferedResponse> ReadAsync(HttpResponseMessage response, int maxBytes, CancellationToken cancellationToken)
    {
        var (freshFrom, freshUntil) = Freshness.Of(response, time.GetUtcNow());
        var encoding = Header(response.Content.Headers.NonValidated, "Content-Encoding");
        return encoding is null || encoding.Equals(BufferedResponse.Gzip, StringComparison.OrdinalIgnoreCase)
            ? new BufferedResponse
            {
                Status = (int)response.StatusCode,
                ContentType = UpstreamErrors.ContentType(response),
                ContentEncoding = encoding is null ? null : BufferedResponse.Gzip,
                CacheControl = Header(response.Headers.NonValidated, "Cache-Control"),
                ETag = Header(response.Headers.NonValidated, "ETag"),
                LastModified = Header(response.Content.Headers.NonValidated, "Last-Modified"),
                Vary = encoding is null ? null : "Accept-Encoding",
                Body = await BoundedBody.ReadAsync(response.Content, maxBytes, cancellationToken).ConfigureAwait(false),
                FreshFrom = freshFrom,
                FreshUntil = freshUntil,
            }
            : throw new UpstreamException(HttpStatusCode.BadGateway, "MapTiler returned a content encoding that was not requested.");
    }

    private static string? Header(HttpHeadersNonValidated headers, string name) => headers.TryGetValues(name, out var values) ? values.ToString() : null;
}
