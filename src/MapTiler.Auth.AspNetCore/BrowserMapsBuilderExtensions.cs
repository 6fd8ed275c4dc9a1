using MapTiler;
using MapTiler.AspNetCore;
using MapTiler.AspNetCore.Cache;
using MapTiler.AspNetCore.Documents;
using MapTiler.AspNetCore.Endpoints;
using MapTiler.AspNetCore.Proxy;
using MapTiler.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ZiggyCreatures.Caching.Fusion;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Extension methods that register the services of the browser endpoints.</summary>
public static class BrowserMapsBuilderExtensions
{
    /// <summary>
    /// Registers the services of the endpoints that <c>app.MapMapTiler(...)</c> maps, with which pages display maps without receiving the credential of the
    /// server, and <see cref="BrowserMaps"/>, which builds their URLs. The options are validated when the host starts. A second call for the same account
    /// adds to the options of the first one.
    /// </summary>
    /// <param name="builder">The builder of the account, which <c>AddMapTiler</c> returns.</param>
    /// <param name="configure">
    /// Configures the options. It overrides the values of the configuration section <c>MapTiler:BrowserMaps</c>. If it is <see langword="null"/>, only the
    /// configuration is used.
    /// </param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is <see langword="null"/>.</exception>
    /// <example>
    /// The settings that differ between environments, such as <c>MapTiler:BrowserMaps:PublicUrl</c>, belong to the configuration.
    /// <code>
    /// builder.Services.AddMapTiler().AddBrowserMaps(maps => maps.Maps.Add("streets-v4"));
    /// </code>
    /// </example>
    public static MapTilerBuilder AddBrowserMaps(this MapTilerBuilder builder, Action<BrowserMapsOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var (services, name) = (builder.Services, builder.Account);
        var section = (name.Length == 0 ? "MapTiler" : "MapTiler:" + name) + ":BrowserMaps";
        var options = services.AddOptions<BrowserMapsOptions>(name).ValidateOnStart();
        var isRegistered = services.Any(service => service.ServiceType == typeof(BrowserEndpoints) && Equals(service.ServiceKey, name));
        if (!isRegistered)
            options.Configure<IServiceProvider>((value, provider) => provider.GetService<IConfiguration>()?.GetSection(section).Bind(value));
        if (configure is not null)
            options.Configure(configure);
        if (isRegistered)
            return builder;

        services.AddSingleton<IValidateOptions<BrowserMapsOptions>>(provider => new BrowserMapsOptionsValidator(name, provider, () => HasProvider(provider, name)));
        Upstream.AddClient(services, name);
        services.AddOptions<FusionCacheOptions>(ResponseCache.OptionsName).Configure(ResponseCache.Configure);
        services.AddKeyedSingleton(name, (provider, _) => new EndpointBaseUrl(name, provider.GetRequiredService<IOptionsMonitor<BrowserMapsOptions>>(), provider));
        services.AddKeyedSingleton(name, (provider, _) => new UpstreamStatus(Logger(provider), Time(provider)));
        services.AddKeyedSingleton(name, (provider, _) => new ResponseCache(Options(provider, name), provider, provider.GetRequiredKeyedService<UpstreamStatus>(name), Time(provider)));
        services.AddKeyedSingleton(name, (provider, _) => CreateEndpoints(provider, name));
        services.AddKeyedSingleton(name, (provider, _) => new BrowserMaps(Options(provider, name), provider.GetRequiredKeyedService<EndpointBaseUrl>(name), provider.GetRequiredKeyedService<AccountMonitor>(name)));
        if (name.Length == 0)
            services.TryAddSingleton(provider => provider.GetRequiredKeyedService<BrowserMaps>(name));
        return builder;
    }

    private static BrowserEndpoints CreateEndpoints(IServiceProvider provider, string name)
    {
        var (options, logger, time) = (Options(provider, name), Logger(provider), Time(provider));
        var baseUrl = provider.GetRequiredKeyedService<EndpointBaseUrl>(name);
        var status = provider.GetRequiredKeyedService<UpstreamStatus>(name);
        var policy = new CachePolicy(options, HasProvider(provider, name));
        var upstream = new Upstream(provider.GetRequiredService<IHttpMessageHandlerFactory>(), name, policy, provider.GetRequiredService<IOptionsMonitor<ClientResilience>>(), time);
        var writer = new ResponseWriter(policy, time);
        var keys = new CacheKeys(name, options);
        var cache = options.CacheSize > 0 ? provider.GetRequiredKeyedService<ResponseCache>(name) : null;
        var documents = new MapDocuments(options, baseUrl, upstream, cache, keys, writer, logger, time);
        return new BrowserEndpoints(options, baseUrl, provider.GetRequiredKeyedService<AccountMonitor>(name), logger)
        {
            Documents = documents,
            Contents = new MapContents(options, baseUrl, documents, logger, time),
            Files = new MapFiles(options.Mode, upstream, cache, keys, writer),
            Fallback = new StyleFallback(options, name, provider, status),
            Status = status,
        };
    }

    // A provider can return a different credential for each caller.
    private static bool HasProvider(IServiceProvider provider, string name) =>
        ApplicationProvider.Exists<ApiKeyProvider>(provider, name) || ApplicationProvider.Exists<ServiceTokenProvider>(provider, name);

    private static BrowserMapsOptions Options(IServiceProvider provider, string name) => provider.GetRequiredService<IOptionsMonitor<BrowserMapsOptions>>().Get(name);

    private static ILogger Logger(IServiceProvider provider) => provider.GetRequiredService<ILoggerFactory>().CreateLogger(Log.Category);

    private static TimeProvider Time(IServiceProvider provider) => provider.GetService<TimeProvider>() ?? TimeProvider.System;
}
