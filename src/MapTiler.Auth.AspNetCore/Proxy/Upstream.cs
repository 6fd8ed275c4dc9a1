using System.Net;
using System.Net.Http.Headers;
using MapTiler.AspNetCore.Cache;
using MapTiler.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace MapTiler.AspNetCore.Proxy;

/// <summary>
/// Fetches from MapTiler with the authentication of the account, but without retries and automatic decompression: into memory, or streamed to a browser. Only
/// the headers that are listed here pass in either direction.
/// </summary>
internal sealed class Upstream(IHttpMessageHandlerFactory handlers, string account, CachePolicy cachePolicy, IOptionsMonitor<ClientResilience> resilience, TimeProvider time)
{
    private const int BufferSize = 64 * 1024;

    /// <summary>The timeout of headers, and of a body that is read into memory.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    private static readonly string[] RequestHeaders = [HeaderNames.Accept, HeaderNames.AcceptEncoding, HeaderNames.AcceptLanguage, HeaderNames.IfNoneMatch, HeaderNames.IfModifiedSince];
    private static readonly string[] ResponseHeaders = [HeaderNames.ETag, HeaderNames.Vary, HeaderNames.Age, HeaderNames.Date];
    private static readonly string[] ContentHeaders = [HeaderNames.ContentEncoding, HeaderNames.ContentLength, HeaderNames.LastModified, HeaderNames.Expires];

    private readonly Lazy<HttpMessageInvoker> _invoker = new(() => new HttpMessageInvoker(handlers.CreateHandler(ClientName(account)), disposeHandler: false));

    public static string ClientName(string account) => account.Length == 0 ? "MapTiler.Browser" : "MapTiler.Browser:" + account;

    public static void AddClient(IServiceCollection services, string account) => services.AddHttpClient(ClientName(account))
        .UseSocketsHttpHandler((handler, _) =>
        {
            handler.AllowAutoRedirect = false;
            handler.AutomaticDecompression = DecompressionMethods.None;
            handler.UseCookies = false;
            handler.ActivityHeadersPropagator = null; // the traces of the application are not sent to MapTiler
            handler.ConnectTimeout = TimeSpan.FromSeconds(10);
            handler.PooledConnectionLifetime = TimeSpan.FromMinutes(2);
            handler.EnableMultipleHttp2Connections = true;
        })
        .SetHandlerLifetime(System.Threading.Timeout.InfiniteTimeSpan)
        .RemoveAllLoggers() // they log paths, which contain locations
        .RemoveAllResilienceHandlers()
        .AddMapTilerAuthentication(account);

    /// <summary>
    /// Returns a function that fetches a response for the cache with the credential of the caller. The credential is determined before the fetch, which outlives the
    /// caller: a provider could return the credential of another tenant later. If there is no credential, the function fails, so that the cache can return the last
    /// good response.
    /// </summary>
    public async ValueTask<Func<Task<BufferedResponse>>> PrepareFetchAsync(HttpContext context, Account account, Uri url, Func<Credential, Task<BufferedResponse>> fetch)
    {
        try
        {
            var credential = await account.PublicApi.Credential.ResolveAsync(url, context.RequestAborted).AsTask().WaitAsync(Timeout, time, context.RequestAborted).ConfigureAwait(false);
            return () => fetch(credential);
        }
        catch (Exception e) when (UpstreamException.FromException(e, context.RequestAborted) is { } failure)
        {
            return () => Task.FromException<BufferedResponse>(failure);
        }
    }

    /// <summary>Signs a URL with the token that the provider of the application returns for the caller.</summary>
    /// <exception cref="UpstreamException">The provider failed, or returned no token.</exception>
    public async ValueTask<Uri> SignAsync(HttpContext context, Account account, Uri url)
    {
        try
        {
            using var request = CreateRequest(url);
            return await account.Signing.ApplyAsync(request, url, context.RequestAborted).AsTask().WaitAsync(Timeout, time, context.RequestAborted).ConfigureAwait(false);
        }
        catch (Exception e) when (UpstreamException.FromException(e, context.RequestAborted) is { } failure)
        {
            throw failure;
        }
    }

    /// <summary>Fetches a complete response without decompressing it.</summary>
    /// <param name="url">The URL, without a credential.</param>
    /// <param name="credential">The credential of the request; <see langword="null"/> for that of the account.</param>
    /// <param name="maxBytes">The maximum size of the body.</param>
    /// <param name="languages">The languages of the browser; <see langword="null"/> if the response does not depend on them.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="UpstreamException">The request failed. The type is <see cref="TooLargeException"/> if the body is larger than <paramref name="maxBytes"/>.</exception>
    public async Task<BufferedResponse> FetchAsync(Uri url, Credential? credential, int maxBytes, string? languages, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(Timeout, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        using var request = CreateRequest(url);
        if (credential is not null)
            RequestState.GetOrAdd(request).Credential = credential;
        request.Headers.TryAddWithoutValidation(HeaderNames.AcceptEncoding, BufferedResponse.Gzip);
        if (languages is { Length: > 0 })
            request.Headers.TryAddWithoutValidation(HeaderNames.AcceptLanguage, languages);
        try
        {
            using var response = await SendAsync(request, linked.Token).ConfigureAwait(false);
            return await BufferAsync(response, maxBytes, linked.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (UpstreamException.FromException(e, cancellationToken) is { } failure)
        {
            throw failure;
        }
    }

    /// <summary>Streams a file to the browser without changing its compression.</summary>
    /// <exception cref="UpstreamException">The request failed before anything was sent to the browser.</exception>
    public async Task ForwardAsync(HttpContext context, Uri url)
    {
        using var limit = new CancellationTokenSource(Timeout, time);
        using var abort = context.RequestAborted.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), limit);
        using var request = CreateRequest(url);
        foreach (var name in RequestHeaders)
        {
            if (context.Request.Headers.TryGetValue(name, out var value))
                request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)value);
        }

        try
        {
            using var response = await SendAsync(request, limit.Token).ConfigureAwait(false);
            WriteHeaders(context, response);
            limit.CancelAfter(System.Threading.Timeout.InfiniteTimeSpan); // from here on, the data rate is limited
            if (response.StatusCode == HttpStatusCode.OK && !HttpMethods.IsHead(context.Request.Method))
                await CopyAsync(response, context.Response, limit.Token).ConfigureAwait(false);
        }
        catch (Exception) when (context.Response.HasStarted)
        {
            context.Abort(); // so that the browser detects that the file is incomplete
        }
        catch (Exception e) when (UpstreamException.FromException(e, context.RequestAborted) is { } failure)
        {
            throw failure;
        }
    }

    private static HttpRequestMessage CreateRequest(Uri url) => new(HttpMethod.Get, url) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionOrLower };

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var isConditional = request.Headers.NonValidated.Contains(HeaderNames.IfNoneMatch) || request.Headers.NonValidated.Contains(HeaderNames.IfModifiedSince);
        var response = await _invoker.Value.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (UpstreamException.FromResponse(response, isConditional) is not { } failure)
            return response;

        response.Dispose();
        throw failure;
    }

    private void WriteHeaders(HttpContext context, HttpResponseMessage response)
    {
        context.Response.StatusCode = (int)response.StatusCode;
        var headers = context.Response.Headers;
        Copy(response.Headers.NonValidated, ResponseHeaders, headers);
        Copy(response.Content.Headers.NonValidated, ContentHeaders, headers);
        headers.ContentType = FileTypes.Normalize(FileTypes.Of(response));
        headers.CacheControl = cachePolicy.GetCacheControl(context, Header(response.Headers.NonValidated, HeaderNames.CacheControl));
        headers.XContentTypeOptions = "nosniff";
    }

    private async Task CopyAsync(HttpResponseMessage response, HttpResponse target, CancellationToken cancellationToken)
    {
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var body = new PacedStream(response, stream, resilience.Get(account).Options.MinBytesPerSecond, time);
        await using (body.ConfigureAwait(false))
            await body.CopyToAsync(target.Body, BufferSize, cancellationToken).ConfigureAwait(false);
    }

    private async Task<BufferedResponse> BufferAsync(HttpResponseMessage response, int maxBytes, CancellationToken cancellationToken)
    {
        var (freshFrom, freshUntil) = Freshness.Of(response, time.GetUtcNow());
        var encoding = Header(response.Content.Headers.NonValidated, HeaderNames.ContentEncoding);
        return encoding is null || encoding.Equals(BufferedResponse.Gzip, StringComparison.OrdinalIgnoreCase)
            ? new BufferedResponse
            {
                Status = (int)response.StatusCode,
                ContentType = FileTypes.Normalize(FileTypes.Of(response)),
                ContentEncoding = encoding is null ? null : BufferedResponse.Gzip,
                CacheControl = Header(response.Headers.NonValidated, HeaderNames.CacheControl),
                ETag = Header(response.Headers.NonValidated, HeaderNames.ETag),
                LastModified = Header(response.Content.Headers.NonValidated, HeaderNames.LastModified),
                Vary = encoding is null ? null : HeaderNames.AcceptEncoding,
                Body = await BoundedBody.ReadAsync(response.Content, maxBytes, cancellationToken).ConfigureAwait(false),
                FreshFrom = freshFrom,
                FreshUntil = freshUntil,
            }
            : throw new UpstreamException(HttpStatusCode.BadGateway, "MapTiler returned a content encoding that was not requested.");
    }

    private static void Copy(HttpHeadersNonValidated source, string[] names, IHeaderDictionary target)
    {
        foreach (var name in names)
        {
            if (source.TryGetValues(name, out var values))
                target.Append(name, values.ToString());
        }
    }

    private static string? Header(HttpHeadersNonValidated headers, string name) => headers.TryGetValues(name, out var values) ? values.ToString() : null;
}
