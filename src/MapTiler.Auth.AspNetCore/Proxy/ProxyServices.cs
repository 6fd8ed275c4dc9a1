using MapTiler.AspNetCore.Cache;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yarp.ReverseProxy.Forwarder;

namespace MapTiler.AspNetCore.Proxy;

/// <summary>
/// The forwarder and the cache of an account, each in a separate service provider: the forwarder would log paths, which contain locations, to the logs of the
/// application, and the memory limit of the cache must not apply to the memory cache of the application.
/// </summary>
internal sealed class ProxyServices : IDisposable
{
    private readonly ServiceProvider _forwarder;
    private readonly ServiceProvider? _cache;

    public ProxyServices(BrowserMapsOptions options, IDistributedCache? distributedCache, ILoggerFactory loggers, TimeProvider time)
    {
        _forwarder = new ServiceCollection().AddLogging().AddSingleton(time).AddHttpForwarder().BuildServiceProvider();
        _cache = options.CacheSize > 0 ? CreateCache(options.CacheSize, distributedCache, loggers, time) : null;
    }

    public IHttpForwarder Forwarder => _forwarder.GetRequiredService<IHttpForwarder>();

    public HybridCache? Cache => _cache?.GetRequiredService<HybridCache>();

    public void Dispose()
    {
        _forwarder.Dispose();
        _cache?.Dispose();
    }

    private static ServiceProvider CreateCache(long size, IDistributedCache? distributedCache, ILoggerFactory loggers, TimeProvider time)
    {
        var services = new ServiceCollection();
        services.AddSingleton(time).AddMemoryCache(memory => memory.SizeLimit = size);
        services.AddHybridCache(cache => cache.MaximumPayloadBytes = CachedFiles.MaxBytes + 4096).AddSerializer<BufferedResponse, ResponseSerializer>();
        services.AddLogging().AddSingleton(loggers); // failures of the distributed cache are logged as warnings
        if (distributedCache is not null)
            services.AddSingleton<IDistributedCache>(new ResilientDistributedCache(distributedCache, time));
        return services.BuildServiceProvider();
    }
}
