using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yarp.ReverseProxy.Forwarder;

namespace MapTiler.AspNetCore;

/// <summary>
/// The forwarder and the cache of an account, in a container of their own: the forwarder would log paths, which hold places, and the
/// memory of the cache has a limit that is not that of the application.
/// </summary>
internal sealed class ProxyServices : IDisposable
{
    private readonly ServiceProvider _services;

    public ProxyServices(BrowserMapsOptions options, IDistributedCache? secondLevel, ILoggerFactory loggers, TimeProvider time)
    {
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton(time).AddHttpForwarder();
        if (options.CacheSize > 0)
            AddCache(services, options.CacheSize, secondLevel, loggers, time);
        _services = services.BuildServiceProvider();
    }

    public IHttpForwarder Forwarder => _services.GetRequiredService<IHttpForwarder>();

    public HybridCache? Cache => _services.GetService<HybridCache>();

    public void Dispose() => _services.Dispose();

    private static void AddCache(ServiceCollection services, long size, IDistributedCache? secondLevel, ILoggerFactory loggers, TimeProvider time)
    {
        services.AddMemoryCache(memory => memory.SizeLimit = size);
        services.AddHybridCache(cache => cache.MaximumPayloadBytes = CachedFiles.MaxBytes + 4096).AddSerializer<Answer, AnswerSerializer>();
        services.AddSingleton(loggers); // a second level that fails is worth a warning
        if (secondLevel is not null)
            services.AddSingleton<IDistributedCache>(new LenientDistributedCache(secondLevel, time));
    }
}
