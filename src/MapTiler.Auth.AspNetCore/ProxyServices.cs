using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yarp.ReverseProxy.Forwarder;

namespace MapTiler.AspNetCore;

/// <summary>
/// The forwarder and the cache of an account, each in a container of its own: the forwarder would log paths, which hold places, and the
/// memory of the cache has a limit that is not that of the application.
/// </summary>
internal sealed class ProxyServices : IDisposable
{
    private readonly ServiceProvider _forwarder;
    private readonly ServiceProvider? _cache;

    public ProxyServices(BrowserMapsOptions options, IDistributedCache? secondLevel, ILoggerFactory loggers, TimeProvider time)
    {
        _forwarder = new ServiceCollection().AddLogging().AddSingleton(time).AddHttpForwarder().BuildServiceProvider();
        _cache = options.CacheSize > 0 ? CreateCache(options.CacheSize, secondLevel, loggers, time) : null;
    }

    public IHttpForwarder Forwarder => _forwarder.GetRequiredService<IHttpForwarder>();

    public HybridCache? Cache => _cache?.GetRequiredService<HybridCache>();

    public void Dispose()
    {
        _forwarder.Dispose();
        _cache?.Dispose();
    }

    private static ServiceProvider CreateCache(long size, IDistributedCache? secondLevel, ILoggerFactory loggers, TimeProvider time)
    {
        var services = new ServiceCollection();
        services.AddSingleton(time).AddMemoryCache(memory => memory.SizeLimit = size);
        services.AddHybridCache(cache => cache.MaximumPayloadBytes = CachedFiles.MaxBytes + 4096).AddSerializer<Answer, AnswerSerializer>();
        services.AddLogging().AddSingleton(loggers); // a second level that fails is worth a warning
        if (secondLevel is not null)
            services.AddSingleton<IDistributedCache>(new LenientDistributedCache(secondLevel, time));
        return services.BuildServiceProvider();
    }
}
