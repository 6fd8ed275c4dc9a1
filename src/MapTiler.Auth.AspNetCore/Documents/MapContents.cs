using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using MapTiler.AspNetCore.Cache;
using MapTiler.AspNetCore.Endpoints;
using MapTiler.AspNetCore.Proxy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MapTiler.AspNetCore.Documents;

/// <summary>
/// Determines whether the style of a listed map contains a tileset, a dataset or a sprite. It loads the styles when an unknown part is requested, so that it
/// also works in a replica that has not served the style, or has served it before it changed.
/// </summary>
internal sealed class MapContents(BrowserMapsOptions options, EndpointBaseUrl baseUrl, MapDocuments documents, ILogger logger, TimeProvider time)
{
    /// <summary>The shortest time between two loads: unknown ids in the meantime, possibly those of an attacker, send no request to MapTiler.</summary>
    public static readonly TimeSpan MinInterval = TimeSpan.FromSeconds(10);

    /// <summary>The age at which a request for a known part loads the styles again.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromHours(1);

    /// <summary>How long a part is served that the style no longer contains: a page could still display the previous style.</summary>
    public static readonly TimeSpan Retention = Freshness.MaxLifetime;

    private const int MaxTenants = 1000;
    private const int MapsAtOnce = 8;

    private readonly string[] _maps = [.. options.Maps];
    private readonly ConcurrentDictionary<string, Contents> _tenants = new(StringComparer.Ordinal);

    /// <summary>Whether the style of a listed map contains the part.</summary>
    /// <param name="context">The request of the browser, whose tenant and credential count.</param>
    /// <param name="account">The account whose credential is used.</param>
    /// <param name="part">The part.</param>
    /// <exception cref="UpstreamException">The part is not known, and not all styles could be loaded.</exception>
    public ValueTask<bool> ContainsAsync(HttpContext context, Account account, MapPart part)
    {
        if (_maps.Length == 0)
            return new(false);

        var contents = Of(options.TenantSelector?.Invoke(context) ?? "");
        return Decide(contents.Current, part) is { } isKnown ? new(isKnown) : LoadAsync(contents, context, account, part);
    }

    private Contents Of(string tenant)
    {
        if (_tenants.TryGetValue(tenant, out var contents))
            return contents;
        if (_tenants.Count >= MaxTenants)
            _tenants.Clear(); // their parts are loaded again
        return _tenants.GetOrAdd(tenant, static _ => new());
    }

    /// <returns><see langword="null"/> if the styles have to be loaded to decide.</returns>
    private bool? Decide(Snapshot current, MapPart part)
    {
        var age = current.LoadedAt is { } loadedAt ? time.GetElapsedTime(loadedAt) : TimeSpan.MaxValue;
        if (IsKnown(current, part))
            return age < MaxAge ? true : null;
        return age >= MinInterval ? null : current.Failure is { } failure ? throw failure.Copy() : false;
    }

    private bool IsKnown(Snapshot current, MapPart part) => current.SeenAt.TryGetValue(part, out var seenAt) && time.GetElapsedTime(seenAt) < Retention;

    private async ValueTask<bool> LoadAsync(Contents contents, HttpContext context, Account account, MapPart part)
    {
        // Requests for unknown parts wait for the load that is in progress; those for known parts do not.
        if (!await contents.Gate.WaitAsync(IsKnown(contents.Current, part) ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, context.RequestAborted).ConfigureAwait(false))
            return true;

        try
        {
            if (Decide(contents.Current, part) is { } isKnown)
                return isKnown;

            // To its end even if the browser disconnects: others wait for it, and its credential may depend on this request.
            contents.Current = await LoadAsync(contents.Current, context, account, useCache: true).ConfigureAwait(false);
            if (!IsKnown(contents.Current, part) && contents.Current is { IsOld: true, Failure: null })
                contents.Current = await LoadAsync(contents.Current, context, account, useCache: false).ConfigureAwait(false);
            return IsKnown(contents.Current, part) || (Decide(contents.Current, part) ?? false);
        }
        finally
        {
            contents.Gate.Release();
        }
    }

    private async Task<Snapshot> LoadAsync(Snapshot previous, HttpContext context, Account account, bool useCache)
    {
        var seenAt = previous.SeenAt.Where(part => time.GetElapsedTime(part.Value) < Retention).ToDictionary();
        UpstreamException? failure = null;
        var isOld = false;
        foreach (var maps in _maps.Chunk(MapsAtOnce))
        {
            foreach (var (parts, date, error) in await Task.WhenAll(maps.Select(mapId => LoadAsync(mapId, context, account, useCache))).ConfigureAwait(false))
            {
                failure ??= error;
                isOld |= time.GetUtcNow() - date >= MinInterval;
                foreach (var part in parts)
                    seenAt[part] = time.GetTimestamp();
            }
        }

        return new(seenAt, time.GetTimestamp(), isOld, failure);
    }

    private async Task<(IEnumerable<MapPart> Parts, DateTimeOffset? Date, UpstreamException? Failure)> LoadAsync(string mapId, HttpContext context, Account account, bool useCache)
    {
        try
        {
            var (style, date) = await documents.GetStyleAsync(context, account, mapId, useCache).ConfigureAwait(false);
            return (MapPart.ReadAll(style, baseUrl.Get(context.Request)), date, null);
        }
        catch (UpstreamException e) when (e.Status is HttpStatusCode.NotFound or HttpStatusCode.Gone)
        {
            Log.ListedIdNotFound(logger, mapId, (int)e.Status);
            return ([], null, null);
        }
        catch (UpstreamException e)
        {
            return ([], null, Failed(mapId, e));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return ([], null, Failed(mapId, new(HttpStatusCode.BadGateway, "The style of a map is malformed.")));
        }
    }

    private UpstreamException Failed(string mapId, UpstreamException failure)
    {
        Log.StyleNotLoaded(logger, mapId, (int)failure.Status, failure.Message, failure.InnerException);
        return failure;
    }

    /// <summary>What is known for a tenant.</summary>
    private sealed class Contents
    {
        private volatile Snapshot _current = new(new Dictionary<MapPart, long>(), null, false, null);

        public SemaphoreSlim Gate { get; } = new(1);

        public Snapshot Current { get => _current; set => _current = value; }
    }

    /// <summary>The parts with the timestamps at which a style contained them last; when the last load ended, whether a style came from a cache then, and what failed.</summary>
    private sealed record Snapshot(IReadOnlyDictionary<MapPart, long> SeenAt, long? LoadedAt, bool IsOld, UpstreamException? Failure);
}
