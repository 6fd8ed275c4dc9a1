using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using MapTiler.AspNetCore.Proxy;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ZiggyCreatures.Caching.Fusion;
using ZiggyCreatures.Caching.Fusion.Backplane;
using ZiggyCreatures.Caching.Fusion.Internals.Distributed;
using ZiggyCreatures.Caching.Fusion.Locking.Distributed;
using ZiggyCreatures.Caching.Fusion.Serialization.SystemTextJson;

namespace MapTiler.AspNetCore.Cache;

/// <summary>
/// Caches responses as long as MapTiler allows, and returns the last good response for <see cref="BrowserMapsOptions.MaxStaleAge"/> longer if MapTiler fails or is
/// slow. Concurrent requests for the same response cause one fetch. Failures are never cached.
/// </summary>
internal sealed class ResponseCache : IDisposable
{
    /// <summary>The maximum size of a response that is read into memory. It is larger than any static map.</summary>
    public const int MaxBytes = 32 * 1024 * 1024;

    /// <summary>A cache has room for at least this number of responses, so that a few large ones that are being sent do not exceed its size.</summary>
    private const int MinResponses = 64;

    private const int SmallestLimit = 1024 * 1024;

    /// <summary>The time after which a slow response is replaced by the last good one, while the fetch continues.</summary>
    private static readonly TimeSpan SlowFetch = TimeSpan.FromMilliseconds(100);

    /// <summary>The time after which a failed fetch is tried again.</summary>
    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(10);

    /// <summary>How long responses that cannot be stored are fetched by each request.</summary>
    private static readonly TimeSpan NotStoredDuration = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan DistributedTimeout = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan BreakDuration = TimeSpan.FromSeconds(5);

    private readonly FusionCache _cache;
    private readonly FusionCacheEntryOptions _memoryOnly;
    private readonly FusionCacheEntryOptions _withoutLock;
    private readonly UpstreamStatus _status;
    private readonly TimeProvider _time;
    private readonly TimeSpan _maxStaleAge;
    private readonly int _maxStoredBytes;
    private volatile bool _isDistributedCacheAvailable = true;

    /// <summary>The name of the options of the library, which an application can configure further.</summary>
    public const string OptionsName = "MapTiler";

    /// <param name="options">The options of the endpoints.</param>
    /// <param name="services">The application, whose distributed cache, lock and backplane are used.</param>
    /// <param name="status">Is notified of failures.</param>
    /// <param name="time">The clock.</param>
    public ResponseCache(BrowserMapsOptions options, IServiceProvider services, UpstreamStatus status, TimeProvider time)
    {
        (_status, _time, _maxStaleAge) = (status, time, options.MaxStaleAge);
        _maxStoredBytes = (int)Math.Clamp(options.CacheSize / MinResponses, SmallestLimit, MaxBytes);
        Memory = new MemoryCache(new MemoryCacheOptions { SizeLimit = options.CacheSize });
        var configured = services.GetRequiredService<IOptionsMonitor<FusionCacheOptions>>().Get(OptionsName).Duplicate();
        configured.DefaultEntryOptions.IsFailSafeEnabled = _maxStaleAge > TimeSpan.Zero;
        _memoryOnly = configured.DefaultEntryOptions.Duplicate().SetSkipDistributedCache(true, true);
        _withoutLock = configured.DefaultEntryOptions.Duplicate(); // a lock has no circuit breaker of its own
        _withoutLock.SkipDistributedLocker = true;
        _cache = new FusionCache(configured, Memory);
        _cache.Events.FailSafeActivate += (_, _) => status.MarkStale(); // also if a fetch is slow
        if (services.GetService<IDistributedCache>() is not { } distributed || distributed is MemoryDistributedCache)
            return;

        _cache.SetupDistributedCache(distributed, new FusionCacheSystemTextJsonSerializer(CacheJson.Default.Options));
        _cache.Events.Distributed.CircuitBreakerChange += (_, change) =>
        {
            _isDistributedCacheAvailable = change.IsClosed;
            status.DistributedCacheChanged(change.IsClosed);
        };
        if (services.GetService<IFusionCacheDistributedLocker>() is { } locker)
            _cache.SetupDistributedLocker(locker);
        if (services.GetService<IFusionCacheBackplane>() is { } backplane)
            _cache.SetupBackplane(backplane);
    }

    /// <summary>Sets the defaults of the options of the library.</summary>
    public static void Configure(FusionCacheOptions options)
    {
        (options.CacheName, options.DistributedCacheCircuitBreakerDuration, options.DisableTagging) = (OptionsName, BreakDuration, true);
        options.DefaultEntryOptions = new FusionCacheEntryOptions
        {
            Size = 1,
            FailSafeThrottleDuration = RetryInterval,
            FactorySoftTimeout = SlowFetch,
            DistributedCacheSoftTimeout = SlowFetch,
            DistributedCacheHardTimeout = DistributedTimeout,
            DistributedLockTimeout = LockTimeout,
            AllowBackgroundDistributedCacheOperations = false, // the next process finds the response
            ReThrowSerializationExceptions = false,
        };
    }

    internal MemoryCache Memory { get; }

    /// <summary>Returns a response from memory; <see langword="null"/> if it has to be fetched.</summary>
    public async ValueTask<BufferedResponse?> TryGetAsync(string key)
    {
        var cached = await _cache.TryGetAsync<BufferedResponse>(key, _memoryOnly).ConfigureAwait(false);
        return cached.HasValue ? cached.Value : null;
    }

    /// <summary>Returns a response from the cache, or fetches it.</summary>
    /// <returns>The response; <see cref="BufferedResponse.NotStored"/> if it is larger than <see cref="MaxBytes"/>, or compressed and too large for the cache, or if another request found that it cannot be stored. The caller has to fetch it then.</returns>
    /// <param name="key">The key of the response.</param>
    /// <param name="fetch">Fetches the response. It is not canceled if the caller is: other callers may wait for it, and the next one finds the response in the cache.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="UpstreamException">The fetch failed, and there is no earlier response.</exception>
    public async Task<BufferedResponse> GetOrFetchAsync(string key, Func<Task<BufferedResponse>> fetch, CancellationToken cancellationToken)
    {
        BufferedResponse? notStored = null;
        var pending = _cache.GetOrSetAsync<BufferedResponse>(key, async (context, _) =>
        {
            var result = await FetchAsync(key, context, fetch).ConfigureAwait(false);
            if (result is not null && CanStore(result))
                return result;
            notStored = result; // of this caller, so that it is not billed again
            return BufferedResponse.NotStored;
        }, options: _isDistributedCacheAvailable ? null : _withoutLock, token: CancellationToken.None);
        var response = await pending.AsTask().WaitAsync(cancellationToken).ConfigureAwait(false);
        return response.IsStored ? response : notStored ?? response;
    }

    internal ValueTask ExpireAsync(string key) => _cache.ExpireAsync(key);

    public void Dispose()
    {
        _cache.Dispose();
        Memory.Dispose();
    }

    /// <returns><see langword="null"/> if the response is too large.</returns>
    private async Task<BufferedResponse?> FetchAsync(string key, FusionCacheFactoryExecutionContext<BufferedResponse> context, Func<Task<BufferedResponse>> fetch)
    {
        try
        {
            var response = await (context.HasStaleValue ? UntilRetryAsync(fetch()) : fetch()).ConfigureAwait(false);
            if (response.ContentEncoding is not null && response.Body.Length > _maxStoredBytes)
                throw new TooLargeException(_maxStoredBytes); // decompressed for a browser, it could be a thousand times as large

            var lifetime = response.FreshUntil - _time.GetUtcNow();
            if (CanStore(response))
                context.Options.SetDuration(lifetime).SetSize(Math.Max(1, response.Body.Length)).SetFailSafe(_maxStaleAge > TimeSpan.Zero, lifetime + _maxStaleAge, RetryInterval);
            else
                DoNotStore(context);
            return response;
        }
        catch (TooLargeException)
        {
            DoNotStore(context);
            return null;
        }
        catch (UpstreamException e)
        {
            var exists = e.Status is not (HttpStatusCode.NotFound or HttpStatusCode.Gone);
            context.Options.IsFailSafeEnabled &= exists;
            if (!exists)
                await _cache.RemoveAsync(key).ConfigureAwait(false);
            if (context.HasStaleValue && exists && _maxStaleAge > TimeSpan.Zero)
            {
                context.Options.Size = Math.Max(1, context.StaleValue.Value.Body.Length);
                _status.ReportStale(e);
            }

            throw;
        }
    }

    /// <summary>Ends the wait for a slow fetch. The library locks the entry until the fetch ends, and each request would wait for the lock after the retry interval.</summary>
    private async Task<BufferedResponse> UntilRetryAsync(Task<BufferedResponse> fetch)
    {
        try
        {
            return await fetch.WaitAsync(RetryInterval, _time).ConfigureAwait(false);
        }
        catch (TimeoutException e)
        {
            throw UpstreamException.Timeout(e);
        }
    }

    private static void DoNotStore(FusionCacheFactoryExecutionContext<BufferedResponse> context) =>
        context.Options.SetDuration(NotStoredDuration).SetSize(1).SetFailSafe(false).SetSkipDistributedCache(true, true);

    private bool CanStore(BufferedResponse response) => response.FreshUntil > _time.GetUtcNow() && response.Body.Length <= _maxStoredBytes;
}

[JsonSerializable(typeof(FusionCacheDistributedEntry<BufferedResponse>))]
[JsonSourceGenerationOptions(JsonSerializerDefaults.General)]
internal sealed partial class CacheJson : JsonSerializerContext;
