using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MapTiler.AspNetCore;

/// <summary>Styles, TileJSONs and search results: fetched by the application in both modes, and handed on without a credential and with our addresses.</summary>
internal sealed class Documents(BrowserMapsOptions options, MountPoint mountPoint, UpstreamFetch fetch, AnswerWriter writer, ILogger logger, TimeProvider time)
{
    private const int MaxBytes = 16 * 1024 * 1024;
    private const int TagBytes = 12;

    private static readonly TimeSpan StyleTimeout = TimeSpan.FromSeconds(10);

    private AddressRewriter? _addresses;

    public AnswerCache? Cache { get; init; }

    public required CacheKeys Keys { get; init; }

    /// <param name="context">The request of the browser.</param>
    /// <param name="account">The account whose credential counts.</param>
    /// <param name="address">The address, without a credential.</param>
    /// <param name="session">The session that is billed; <see langword="null"/> for none.</param>
    /// <param name="languages">The languages of the browser; <see langword="null"/> if the answer does not depend on them.</param>
    public async Task SendAsync(HttpContext context, Account account, Uri address, string? session, string? languages = null)
    {
        var answer = await GetAsync(context, account, address, session, languages, context.RequestAborted).ConfigureAwait(false);
        await writer.SendAsync(context, answer).ConfigureAwait(false);
    }

    /// <summary>The style of a map as browsers get it, decompressed. Not cancelled when the browser disconnects, but limited in time.</summary>
    /// <exception cref="UpstreamException">There is no style.</exception>
    public async Task<byte[]> GetStyleAsync(HttpContext context, Account account, string mapId)
    {
        using var timeout = new CancellationTokenSource(StyleTimeout, time);
        try
        {
            var answer = await GetAsync(context, account, account.PublicApi.Urls.StyleJson(mapId), session: null, languages: null, timeout.Token).ConfigureAwait(false);
            return await BoundedBody.UnpackAsync(answer.Body, MaxBytes, timeout.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is OperationCanceledException or InvalidDataException)
        {
            throw new UpstreamException(HttpStatusCode.GatewayTimeout, "MapTiler did not return the style of a map in time.", cause: e);
        }
    }

    private async Task<Answer> GetAsync(HttpContext context, Account account, Uri address, string? session, string? languages, CancellationToken cancellationToken) => Cache is null
        ? await FetchAsync(account, SessionParameter.Add(address, session), languages, cancellationToken).ConfigureAwait(false)
        : await Cache.GetAsync(
            Keys.Of(context, $":{languages}:{mountPoint.Address}:", address), token => FetchAsync(account, SessionParameter.Add(address, session), languages, token), cancellationToken).ConfigureAwait(false);

    private async Task<Answer> FetchAsync(Account current, Uri address, string? languages, CancellationToken cancellationToken)
    {
        var answer = await fetch.GetAsync(address, MaxBytes, languages, cancellationToken).ConfigureAwait(false);
        if (answer.Status != StatusCodes.Status200OK || !FileTypes.IsJson(answer.ContentType))
            throw new UpstreamException(HttpStatusCode.BadGateway, "MapTiler did not answer with JSON. Does a proxy answer in its place?");

        try
        {
            var json = answer.ContentEncoding is null ? answer.Body : await BoundedBody.UnpackAsync(answer.Body, MaxBytes, cancellationToken).ConfigureAwait(false);
            return Pack(answer, DocumentRewriter.Rewrite(json, Addresses(current)), languages is null ? "Accept-Encoding" : "Accept-Encoding, Accept-Language");
        }
        catch (Exception e) when (e is JsonException or InvalidDataException)
        {
            // Its message could quote the text, and the text could hold the credential.
            throw new UpstreamException(HttpStatusCode.BadGateway, "MapTiler answered with JSON that is malformed.");
        }
    }

    private AddressRewriter Addresses(Account current)
    {
        var known = Volatile.Read(ref _addresses);
        if (ReferenceEquals(known?.Account, current.Options))
            return known!;

        known = new AddressRewriter(current.Options, mountPoint.Address, options, logger);
        Volatile.Write(ref _addresses, known);
        return known;
    }

    private static Answer Pack(Answer answer, ReadOnlyMemory<byte> json, string vary)
    {
        var packed = new MemoryStream(json.Length / 4);
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(json.Span);

        return answer with
        {
            ContentType = "application/json; charset=utf-8",
            ContentEncoding = Answer.Gzip,
            ETag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(json.Span).AsSpan(0, TagBytes))}\"",
            LastModified = null,
            Vary = vary,
            Body = packed.ToArray(),
        };
    }
}
