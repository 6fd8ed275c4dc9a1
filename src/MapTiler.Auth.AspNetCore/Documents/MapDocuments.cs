using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using MapTiler.AspNetCore.Cache;
using MapTiler.AspNetCore.Endpoints;
using MapTiler.AspNetCore.Proxy;
using MapTiler.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace MapTiler.AspNetCore.Documents;

/// <summary>Sends styles, TileJSON documents and search results. The application fetches them in both modes, replaces the URLs of MapTiler and removes credentials.</summary>
internal sealed class MapDocuments(BrowserMapsOptions options, EndpointBaseUrl baseUrl, Upstream upstream, ResponseCache? cache, CacheKeys keys, ResponseWriter writer, ILogger logger, TimeProvider time)
{
    private const int MaxBytes = 16 * 1024 * 1024;
    private const int TagBytes = 12;

    private static readonly TimeSpan StyleTimeout = TimeSpan.FromSeconds(10);

    private UrlRewriter? _urlRewriter;

    /// <param name="context">The request of the browser.</param>
    /// <param name="account">The account whose credential is used.</param>
    /// <param name="url">The URL, without a credential.</param>
    /// <param name="session">The session that is billed; <see langword="null"/> for none.</param>
    /// <param name="languages">The languages of the browser; <see langword="null"/> if the response does not depend on them.</param>
    public async Task SendAsync(HttpContext context, Account account, Uri url, string? session, string? languages = null)
    {
        var response = await GetAsync(context, account, new(url, session, languages), context.RequestAborted).ConfigureAwait(false);
        await writer.SendAsync(context, response).ConfigureAwait(false);
    }

    /// <param name="context">The request of the browser.</param>
    /// <param name="account">The account whose credential is used.</param>
    /// <param name="mapId">The map.</param>
    /// <param name="session">The session that is billed; <see langword="null"/> for none.</param>
    /// <param name="labels">The language of the labels; <see langword="null"/> for that of the style.</param>
    /// <param name="isFallback">Whether the style replaces that of another map, so that browsers must not store it.</param>
    public async Task SendStyleAsync(HttpContext context, Account account, string mapId, string? session, string? labels, bool isFallback = false)
    {
        var response = await GetAsync(context, account, new(account.PublicApi.Urls.StyleJson(mapId), session, Labels: labels), context.RequestAborted).ConfigureAwait(false);
        if (options.UseAcceptLanguage)
            context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        await writer.SendAsync(context, isFallback ? response with { CacheControl = "no-store" } : response).ConfigureAwait(false);
    }

    /// <summary>The style of a map as browsers get it, decompressed. Not canceled when the browser disconnects, but limited in time.</summary>
    /// <param name="context">The request of the browser.</param>
    /// <param name="account">The account whose credential is used.</param>
    /// <param name="mapId">The map.</param>
    /// <param name="useCache">Whether the style may come from the cache.</param>
    /// <returns>The style, and when it was the one of the service.</returns>
    /// <exception cref="UpstreamException">There is no style.</exception>
    public async Task<(byte[] Json, DateTimeOffset Date)> GetStyleAsync(HttpContext context, Account account, string mapId, bool useCache)
    {
        using var timeout = new CancellationTokenSource(StyleTimeout, time);
        try
        {
            var document = new Document(account.PublicApi.Urls.StyleJson(mapId));
            var response = await (useCache ? GetAsync(context, account, document, timeout.Token) : FetchAsync(account, null, document, baseUrl.Get(context.Request), timeout.Token)).ConfigureAwait(false);
            return (await BoundedBody.DecompressAsync(response.Body, MaxBytes, timeout.Token).ConfigureAwait(false), response.FreshFrom);
        }
        catch (Exception e) when (e is OperationCanceledException or InvalidDataException)
        {
            throw new UpstreamException(HttpStatusCode.GatewayTimeout, "MapTiler did not return the style of a map in time.", cause: e);
        }
    }

    private async Task<BufferedResponse> GetAsync(HttpContext context, Account account, Document document, CancellationToken cancellationToken)
    {
        var endpoints = baseUrl.Get(context.Request);
        if (cache is null)
            return await FetchAsync(account, null, document, endpoints, cancellationToken).ConfigureAwait(false);

        var key = keys.Create(context, $":{document.Languages}:{document.Labels}:{endpoints}:", document.Url);
        if (await cache.TryGetAsync(key).ConfigureAwait(false) is { IsStored: true } cached)
            return cached;

        var fetch = await upstream.PrepareFetchAsync(context, account, document.Url, credential => FetchAsync(account, credential, document, endpoints, CancellationToken.None)).ConfigureAwait(false);
        var response = await cache.GetOrFetchAsync(key, fetch, cancellationToken).ConfigureAwait(false);
        return response.IsStored ? response : await fetch().ConfigureAwait(false);
    }

    private async Task<BufferedResponse> FetchAsync(Account account, Credential? credential, Document document, string endpoints, CancellationToken cancellationToken)
    {
        var response = await upstream.FetchAsync(RequestQuery.AppendSession(document.Url, document.Session), credential, MaxBytes, document.Languages, cancellationToken).ConfigureAwait(false);
        if (response.Status != StatusCodes.Status200OK || !FileTypes.IsJson(response.ContentType))
            throw new UpstreamException(HttpStatusCode.BadGateway, "MapTiler did not return JSON. Check whether a proxy responds instead of MapTiler.");

        try
        {
            ReadOnlyMemory<byte> json = response.ContentEncoding is null ? response.Body : await BoundedBody.DecompressAsync(response.Body, MaxBytes, cancellationToken).ConfigureAwait(false);
            if (document.Labels is not null)
                json = LabelLanguage.Apply(json, document.Labels, account.Options.BaseAddress.Host);
            return Compress(response, JsonRewriter.Rewrite(json.Span, GetUrlRewriter(account, endpoints).Rewrite), document.Languages is null ? "Accept-Encoding" : "Accept-Encoding, Accept-Language");
        }
        catch (Exception e) when (e is JsonException or InvalidDataException)
        {
            // The message of the exception could quote the JSON, which could contain the credential.
            throw new UpstreamException(HttpStatusCode.BadGateway, "MapTiler returned malformed JSON.");
        }
    }

    private UrlRewriter GetUrlRewriter(Account current, string endpoints)
    {
        var rewriter = Volatile.Read(ref _urlRewriter);
        if (rewriter is not null && ReferenceEquals(rewriter.Account, current.Options) && rewriter.PublicUrl == endpoints)
            return rewriter;

        rewriter = new UrlRewriter(current.Options, endpoints, options, logger);
        Volatile.Write(ref _urlRewriter, rewriter);
        return rewriter;
    }

    private static BufferedResponse Compress(BufferedResponse response, ReadOnlyMemory<byte> json, string vary)
    {
        var compressed = new MemoryStream(json.Length / 4);
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(json.Span);

        return response with
        {
            ContentType = "application/json; charset=utf-8",
            ContentEncoding = BufferedResponse.Gzip,
            ETag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(json.Span).AsSpan(0, TagBytes))}\"",
            LastModified = null,
            Vary = vary,
            Body = compressed.ToArray(),
        };
    }

    /// <summary>A document to fetch, and what it depends on.</summary>
    private readonly record struct Document(Uri Url, string? Session = null, string? Languages = null, string? Labels = null);
}
