using MapTiler;
using MapTiler.AspNetCore;
using MapTiler.Authentication;
using Medallion.Threading;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what <c>app.MapMapTiler(...)</c> serves.</summary>
public static class BrowserMapsBuilderExtensions
{
    /// <summary>
    /// Lets pages in a browser show maps without a credential of the server: by <see cref="BrowserMapsMode.SignedRedirect"/>, or by
    /// <see cref="BrowserMapsMode.Proxy"/>. The options are checked when the host starts.
    /// </summary>
    /// <param name="builder">The account.</param>
    /// <param name="configure">Sets the options; they win over the section <c>MapTiler:BrowserMaps</c> of the configuration.</param>
    /// <returns>The same builder.</returns>
    public static IMapTilerBuilder AddBrowserMaps(this IMapTilerBuilder builder, Action<BrowserMapsOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var (services, name) = (builder.Services, builder.Name);
        var section = (name.Length == 0 ? "MapTiler" : "MapTiler:" + name) + ":BrowserMaps";
        var options = services.AddOptions<BrowserMapsOptions>(name).ValidateOnStart();
        var isKnown = services.Any(service => service.ServiceType == typeof(BrowserEndpoints) && Equals(service.ServiceKey, name));
        if (!isKnown)
            options.Configure<IServiceProvider>((value, provider) => provider.GetService<IConfiguration>()?.GetSection(section).Bind(value));
        if (configure is not null)
            options.Configure(configure);
        if (isKnown)
            return builder;

        services.AddSingleton<IValidateOptions<BrowserMapsOptions>>(provider => new BrowserMapsOptionsValidator(
            name, provider.GetRequiredService<IOptionsMonitor<MapTilerOptions>>(), () => HasProvider(provider, name)));
        Upstream.AddClient(services, name);
        services.AddKeyedSingleton(name, (provider, _) => new MountPoint(name, provider.GetRequiredService<IOptionsMonitor<BrowserMapsOptions>>(), provider));
        services.AddKeyedSingleton(name, (provider, _) => new Upstream(provider.GetRequiredService<IHttpMessageHandlerFactory>(), name));
        services.AddKeyedSingleton(name, (provider, _) => new ProxyServices(Options(provider, name), SecondLevel(provider), provider.GetRequiredService<ILoggerFactory>(), Time(provider)));
        services.AddKeyedSingleton(name, (provider, _) => CreateEndpoints(provider, name));
        services.AddKeyedSingleton(name, (provider, _) => new BrowserMaps(Options(provider, name), provider.GetRequiredKeyedService<MountPoint>(name), provider.GetRequiredKeyedService<AccountMonitor>(name)));
        if (name.Length == 0)
            services.TryAddSingleton(provider => provider.GetRequiredKeyedService<BrowserMaps>(name));
        return builder;
    }

    private static BrowserEndpoints CreateEndpoints(IServiceProvider provider, string name)
    {
        var (options, time) = (Options(provider, name), Time(provider));
        var logger = provider.GetRequiredService<ILoggerFactory>().CreateLogger(Log.Category);
        var mountPoint = provider.GetRequiredKeyedService<MountPoint>(name);
        var upstream = provider.GetRequiredKeyedService<Upstream>(name);
        var policy = new CachePolicy(options, HasProvider(provider, name));
        var writer = new AnswerWriter(policy, time);
        var keys = new CacheKeys(name, options);
        var fetch = new UpstreamFetch(upstream, time);
        var proxy = provider.GetRequiredKeyedService<ProxyServices>(name);
        var turns = SecondLevel(provider) is not null && provider.GetService<IDistributedLockProvider>() is { } locks ? new FetchTurns(locks, logger, time) : null;
        var cache = proxy.Cache is { } hybrid ? new AnswerCache(hybrid, turns, time) : null;
        IDelivery uncached = options.Mode == BrowserMapsMode.Proxy ? new Forwarder(proxy.Forwarder, upstream, policy) : new SignedRedirect();
        var documents = new Documents(options, mountPoint, fetch, writer, logger, time) { Cache = cache, Keys = keys };
        return new BrowserEndpoints(options, mountPoint, provider.GetRequiredKeyedService<AccountMonitor>(name), logger)
        {
            Documents = documents,
            Contents = new MapContents(options, mountPoint, documents, logger, time),
            Files = cache is null || options.Mode != BrowserMapsMode.Proxy ? uncached : new CachedFiles(cache, keys, fetch, writer, uncached),
            LargeFiles = uncached,
        };
    }

    // Such a provider may return another credential for each caller.
    private static bool HasProvider(IServiceProvider provider, string name) =>
        ApplicationProvider.Exists<ApiKeyProvider>(provider, name) || ApplicationProvider.Exists<ServiceTokenProvider>(provider, name);

    private static BrowserMapsOptions Options(IServiceProvider provider, string name) => provider.GetRequiredService<IOptionsMonitor<BrowserMapsOptions>>().Get(name);

    private static IDistributedCache? SecondLevel(IServiceProvider provider) => provider.GetService<IDistributedCache>() is { } cache and not MemoryDistributedCache ? cache : null;

    private static TimeProvider Time(IServiceProvider provider) => provider.GetService<TimeProvider>() ?? TimeProvider.System;
}
