using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace MapTiler.AspNetCore;

/// <summary>Styles, TileJSONs and search results: fetched by the application in both modes, and handed on without a credential and with our addresses.</summary>
internal sealed class Documents(string name, BrowserMapsOptions options, MountPoint mountPoint, IHttpClientFactory clients, AnswerWriter writer, TimeProvider time, ILogger logger)
{
    private const int MaxBytes = 16 * 1024 * 1024;
    private const int TagBytes = 12;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    private AddressRewriter? _addresses;

    public AnswerCache? Cache { get; init; }

    public required CacheKeys Keys { get; init; }

    /// <param name="context">The request of the browser.</param>
    /// <param name="account">The account whose credential counts.</param>
    /// <param name="address">The address, without a credential.</param>
    /// <param name="session">The session that is billed; <see langword="null"/> for none.</param>
    /// <param name="languages">The languages of the browser, where the answer depends on them.</param>
    public async Task SendAsync(HttpContext context, Account account, Uri address, string? session, string languages = "")
    {
        var answer = Cache is null
            ? await FetchAsync(account, SessionParameter.Add(address, session), languages, context.RequestAborted).ConfigureAwait(false)
            : await Cache.GetAsync(Keys.Of(context, $":{languages}:{mountPoint.Address}:", address), token => FetchAsync(account, SessionParameter.Add(address, session), languages, token), context.RequestAborted).ConfigureAwait(false);
        await writer.SendAsync(context, answer).ConfigureAwait(false);
    }

    private async Task<Answer> FetchAsync(Account current, Uri address, string languages, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(Timeout, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (languages.Length > 0)
            request.Headers.TryAddWithoutValidation(HeaderNames.AcceptLanguage, languages);
        try
        {
            using var client = clients.CreateClient(name.Length == 0 ? "MapTiler" : "MapTiler:" + name);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, linked.Token).ConfigureAwait(false);
            if (UpstreamStatus.FailureOf(response) is { } failure)
                throw failure;
            if (response.StatusCode != HttpStatusCode.OK || !FileTypes.IsJson(UpstreamStatus.ContentType(response)))
                throw new UpstreamException(HttpStatusCode.BadGateway, "MapTiler did not answer with JSON. Does a proxy answer in its place?");

            var json = await BoundedBody.ReadAsync(response.Content, MaxBytes, linked.Token).ConfigureAwait(false);
            return Pack(response, DocumentRewriter.Rewrite(json, Addresses(current)));
        }
        catch (JsonException)
        {
            // Its message could quote the text, and the text could hold the credential.
            throw new UpstreamException(HttpStatusCode.BadGateway, "MapTiler answered with JSON that is malformed.");
        }
        catch (Exception e) when (UpstreamFailures.Of(e, cancellationToken) is { } failure)
        {
            throw failure;
        }
    }

    private AddressRewriter Addresses(Account current)
    {
        var known = Volatile.Read(ref _addresses);
        if (known?.BaseAddress == current.Options.BaseAddress)
            return known;

        known = new AddressRewriter(current.Options.BaseAddress, mountPoint.Address, options, logger);
        Volatile.Write(ref _addresses, known);
        return known;
    }

    private Answer Pack(HttpResponseMessage response, ReadOnlyMemory<byte> json)
    {
        var packed = new MemoryStream(json.Length / 4);
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(json.Span);

        var (freshFrom, freshUntil) = Freshness.Of(response, time.GetUtcNow());
        return new Answer
        {
            Status = StatusCodes.Status200OK,
            ContentType = "application/json; charset=utf-8",
            ContentEncoding = Answer.Gzip,
            CacheControl = response.Headers.CacheControl?.ToString(),
            ETag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(json.Span).AsSpan(0, TagBytes))}\"",
            Body = packed.ToArray(),
            FreshFrom = freshFrom,
            FreshUntil = freshUntil,
        };
    }
}
