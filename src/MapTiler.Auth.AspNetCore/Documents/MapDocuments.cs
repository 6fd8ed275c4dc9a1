using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using MapTiler.AspNetCore.Cache;
using MapTiler.AspNetCore.Endpoints;
using MapTiler.AspNetCore.Proxy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MapTiler.AspNetCore.Documents;

/// <summary>Sends styles, TileJSON documents and search results. The application fetches them in both modes, replaces the URLs of MapTiler and removes credentials.</summary>
internal sealed class MapDocuments(BrowserMapsOptions options, EndpointBaseUrl baseUrl, UpstreamFetch fetch, ResponseWriter writer, ILogger logger, TimeProvider time)
{
    private const int MaxBytes = 16 * 1024 * 1024;
    private const int TagBytes = 12;

    private static readonly TimeSpan StyleTimeout = TimeSpan.FromSeconds(10);

    private UrlRewriter? _urlRewriter;

    public ResponseCache? Cache { get; init; }

    public required CacheKeys Keys { get; init; }

    /// <param name="context">The request of the browser.</param>
    /// <param name="account">The account whose credential is used.</param>
    /// <param name="url">The URL, without a credential.</param>
    /// <param name="session">The session that is billed; <see langword="null"/> for none.</param>
    /// <param name="languages">The languages of the browser; <see langword="null"/> if the response does not depend on them.</param>
    public async Task SendAsync(HttpContext context, Account account, Uri url, string? session, string? languages = null)
    {
        var response = await GetAsync(context, account, url, session, languages, context.RequestAborted).ConfigureAwait(false);
        await writer.SendAsync(context, response).ConfigureAwait(false);
    }

    /// <summary>The style of a map as browsers get it, decompressed. Not canceled when the browser disconnects, but limited in time.</summary>
    /// <exception cref="UpstreamException">There is no style.</exception>
    public async Task<byte[]> GetStyleAsync(HttpContext context, Account account, string mapId)
    {
        using var timeout = new CancellationTokenSource(StyleTimeout, time);
        try
        {
            var response = await GetAsync(context, account, account.PublicApi.Urls.StyleJson(mapId), session: null, languages: null, timeout.Token).ConfigureAwait(false);
            return await BoundedBody.DecompressAsync(response.Body, MaxBytes, timeout.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is OperationCanceledException or InvalidDataException)
        {
            throw new UpstreamException(HttpStatusCode.GatewayTimeout, "MapTiler did not return the style of a map in time.", cause: e);
        }
    }

    private async Task<BufferedResponse> GetAsync(HttpContext context, Account account, Uri url, string? session, string? languages, CancellationToken cancellationToken) => Cache is null
        ? await FetchAsync(account, SessionParameter.AppendTo(url, session), languages, cancellationToken).ConfigureAwait(false)
        : await Cache.GetAsync(
            Keys.Create(context, $":{languages}:{baseUrl.Value}:", url), token => FetchAsync(account, SessionParameter.AppendTo(url, session), languages, token), cancellationToken).ConfigureAwait(false);

    private async Task<BufferedResponse> FetchAsync(Account current, Uri url, string? languages, CancellationToken cancellationToken)
    {
        var response = await fetch.GetAsync(url, MaxBytes, languages, cancellationToken).ConfigureAwait(false);
        if (response.Status != StatusCodes.Status200OK || !FileTypes.IsJson(response.ContentType))
            throw new UpstreamException(HttpStatusCode.BadGateway, "MapTiler did not return JSON. Check whether a proxy responds instead of MapTiler.");

        try
        {
            var json = response.ContentEncoding is null ? response.Body : await BoundedBody.DecompressAsync(response.Body, MaxBytes, cancellationToken).ConfigureAwait(false);
            return Compress(response, JsonRewriter.Rewrite(json, GetUrlRewriter(current).Rewrite), languages is null ? "Accept-Encoding" : "Accept-Encoding, Accept-Language");
        }
        catch (Exception e) when (e is JsonException or InvalidDataException)
        {
            // The message of the exception could quote the JSON, which could contain the credential.
            throw new UpstreamException(HttpStatusCode.BadGateway, "MapTiler returned malformed JSON.");
        }
    }

    private UrlRewriter GetUrlRewriter(Account current)
    {
        var rewriter = Volatile.Read(ref _urlRewriter);
        if (ReferenceEquals(rewriter?.Account, current.Options))
            return rewriter!;

        rewriter = new UrlRewriter(current.Options, baseUrl.Value, options, logger);
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
}
