using MapTiler;
using MapTiler.Authentication;
using MapTiler.Diagnostics;
using MapTiler.Geocoding;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the clients of MapTiler.</summary>
public static class MapTilerServiceCollectionExtensions
{
    /// <summary>
    /// Registers the clients with the options of the section <c>MapTiler</c> of the configuration, or of the environment variables
    /// <c>MAPTILER_API_KEY</c> and <c>MAPTILER_SERVICE_TOKEN</c>. They are checked when the host starts.
    /// </summary>
    /// <param name="services">The services of the application.</param>
    /// <returns>A builder for the rest.</returns>
    public static IMapTilerBuilder AddMapTiler(this IServiceCollection services) => Add(services, Options.Options.DefaultName, null, null);

    /// <summary>Registers the clients with these options; they win over the configuration and the environment.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>A builder for the rest.</returns>
    public static IMapTilerBuilder AddMapTiler(this IServiceCollection services, Action<MapTilerOptions> configure)
    {
        Guard.NotNull(configure, nameof(configure));
        return Add(services, Options.Options.DefaultName, null, configure);
    }

    /// <summary>Registers the clients with the options of this section.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="section">The section itself, such as <c>configuration.GetSection("MapTiler")</c>.</param>
    /// <returns>A builder for the rest.</returns>
    public static IMapTilerBuilder AddMapTiler(this IServiceCollection services, IConfiguration section)
    {
        Guard.NotNull(section, nameof(section));
        return Add(services, Options.Options.DefaultName, section, null);
    }

    /// <summary>
    /// Registers the clients of one of several accounts, as keyed services: <c>[FromKeyedServices("name")] IGeocodingClient</c>.
    /// Options come from the section <c>MapTiler:&lt;name&gt;</c>, then from <paramref name="configure"/>; never from the environment.
    /// </summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="name">The name of the account, not its key.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>A builder for the rest.</returns>
    public static IMapTilerBuilder AddMapTiler(this IServiceCollection services, string name, Action<MapTilerOptions> configure)
    {
        Guard.NotNull(name, nameof(name));
        Guard.NotNull(configure, nameof(configure));
        return Add(services, name, null, configure);
    }

    private static MapTilerBuilder Add(IServiceCollection services, string name, IConfiguration? section, Action<MapTilerOptions>? configure)
    {
        Guard.NotNull(services, nameof(services));
        var builder = new MapTilerBuilder(name, services);
        var isNew = !services.Any(service => service.ImplementationInstance is Registration known && known.Name == name);
        if (isNew)
            services.AddSingleton(new Registration(name));
        if (isNew || section is not null)
            OptionsConfiguration.Bind(services, name, section);
        if (configure is not null)
            services.Configure(name, configure);
        if (!isNew)
            return builder;

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<MapTilerOptions>, MapTilerOptionsValidator>());
        services.AddOptions<MapTilerOptions>(name).ValidateOnStart();
        services.AddOptions<ClientResilience>(name).Validate(ClientResilience.IsValid, ClientResilience.Rule).ValidateOnStart();
        services.AddKeyedSingleton(name, (provider, _) => new OptionsSource(provider.GetRequiredService<IOptionsMonitor<MapTilerOptions>>(), name, Logger(provider)));
        services.TryAddKeyedSingleton<ApiKeyProvider>(name, (provider, _) => new OptionsApiKeyProvider(provider.GetRequiredKeyedService<OptionsSource>(name)));
        AddHttpClient(builder.HttpClientBuilder, name, CredentialPlacement.PublicApi, options => options.BaseAddress);
        AddHttpClient(builder.ServiceHttpClientBuilder, name, CredentialPlacement.ServiceApi, options => options.ServiceBaseAddress);
        AddClients(services, name);
        return builder;
    }

    private static void AddHttpClient(
        IHttpClientBuilder builder, string name, Func<OptionsSource, ApiKeyProvider, Func<CredentialScope>> scope, Func<MapTilerOptions, Uri> address)
    {
        builder
            .ConfigureHttpClient((provider, client) =>
            {
                client.BaseAddress = address(provider.GetRequiredKeyedService<OptionsSource>(name).Current.Options);
                client.Timeout = Resilience(provider, name).Options.TotalTimeout;
            })
            .ConfigurePrimaryHttpMessageHandler((handler, _) => PrimaryHandlers.Tune(handler))
            .RemoveAllLoggers() // they print the path, which holds addresses and places
            .RemoveAllResilienceHandlers() // defaults of the application would multiply the attempts
            .ConfigureAdditionalHttpMessageHandlers((handlers, provider) =>
            {
                var resilience = Resilience(provider, name);
                if (!resilience.IsDisabled)
                    handlers.Add(ResiliencePipelines.CreateHandler(resilience.Options, Time(provider), Logger(provider)));
            });
        CredentialPlacement.Wrap(builder, name, scope);
    }

    private static void AddClients(IServiceCollection services, string name)
    {
        services.AddKeyedSingleton(name, (provider, _) => CreateSender(provider, name));
        services.TryAddKeyedSingleton<IGeocodingClient>(name, (provider, _) => new GeocodingClient(provider.GetRequiredKeyedService<RequestSender>(name)));
        services.TryAddKeyedSingleton(name, (provider, _) => new MapTilerClient(provider.GetRequiredKeyedService<IGeocodingClient>(name)));
        services.TryAddKeyedTransient(name, (provider, _) => BrowserUrls.Create(provider.GetRequiredKeyedService<OptionsSource>(name).Current));
        if (name.Length > 0)
            return;

        services.TryAddSingleton(provider => provider.GetRequiredKeyedService<ApiKeyProvider>(name));
        services.TryAddSingleton(provider => provider.GetRequiredKeyedService<IGeocodingClient>(name));
        services.TryAddSingleton(provider => provider.GetRequiredKeyedService<MapTilerClient>(name));
        services.TryAddTransient(provider => provider.GetRequiredKeyedService<MapTilerUrlBuilder>(name));
    }

    private static RequestSender CreateSender(IServiceProvider provider, string name)
    {
        var factory = provider.GetRequiredService<IHttpClientFactory>();
        var source = provider.GetRequiredKeyedService<OptionsSource>(name);
        var resilience = Resilience(provider, name).Options;
        var urls = new SnapshotCache<MapTilerUrlBuilder>(source, snapshot => new MapTilerUrlBuilder(snapshot.Options.BaseAddress));
        var client = ClientNames.PublicApi(name);
        return new RequestSender(() => factory.CreateClient(client), () => urls.Current, resilience.TotalTimeout, Time(provider), Logger(provider));
    }

    private static ClientResilience Resilience(IServiceProvider provider, string name) =>
        provider.GetRequiredService<IOptionsMonitor<ClientResilience>>().Get(name);

    private static TimeProvider Time(IServiceProvider provider) => provider.GetService<TimeProvider>() ?? TimeProvider.System;

    private static ILogger Logger(IServiceProvider provider) =>
        provider.GetService<ILoggerFactory>()?.CreateLogger(Log.Category) ?? NullLogger.Instance;
}
