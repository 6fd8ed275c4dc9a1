using MapTiler;
using MapTiler.Authentication;
using MapTiler.Diagnostics;
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
    /// Registers the clients of one of several accounts, as keyed services: <c>[FromKeyedServices("name")] GeocodingClient</c>.
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

    internal static MapTilerBuilder Add(
        IServiceCollection services, string name, IConfiguration? section, Action<MapTilerOptions>? configure, bool readsEnvironment = true)
    {
        Guard.NotNull(services, nameof(services));
        var builder = new MapTilerBuilder(name, services);
        var known = services.Select(service => service.ImplementationInstance).OfType<Registration>().FirstOrDefault(known => known.Name == name);
        var registration = known ?? new Registration(name, readsEnvironment && name.Length == 0);
        if (known is null || section is not null)
            OptionsConfiguration.AddSection(services, registration, section);
        if (known is null)
            OptionsConfiguration.Bind(services, registration);
        if (configure is not null)
            services.Configure(name, configure);
        if (known is not null)
            return builder;

        services.AddSingleton(registration);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<MapTilerOptions>, MapTilerOptionsValidator>(provider => new MapTilerOptionsValidator(
            name => ApplicationProvider.Exists<ApiKeyProvider>(provider, name), name => ApplicationProvider.Exists<ServiceTokenProvider>(provider, name))));
        services.AddOptions<MapTilerOptions>(name).ValidateOnStart();
        services.AddOptions<ClientResilience>(name).Validate(ClientResilience.IsValid, ClientResilience.Rule).ValidateOnStart();
        services.AddKeyedSingleton(name, (provider, _) => new AccountMonitor(provider.GetRequiredService<IOptionsMonitor<MapTilerOptions>>(), name,
            ApplicationProvider.Find<ApiKeyProvider>(provider, name), ApplicationProvider.Find<ServiceTokenProvider>(provider, name), Logger(provider)));
        AddHttpClient(builder.HttpClientBuilder, name, static account => account.PublicApi, static options => options.BaseAddress);
        AddHttpClient(builder.ServiceHttpClientBuilder, name, static account => account.ServiceApi, static options => options.ServiceBaseAddress);
        AddUploadClient(builder.UploadHttpClientBuilder);
        AddClients(services, name);
        return builder;
    }

    private static void AddHttpClient(
        IHttpClientBuilder builder, string name, Func<Account, AccountApi> api, Func<MapTilerOptions, Uri> baseAddress)
    {
        builder
            .ConfigureHttpClient((provider, client) =>
            {
                client.BaseAddress = TrustedBaseAddress.Normalize(baseAddress(provider.GetRequiredKeyedService<AccountMonitor>(name).Current.Options));
                client.Timeout = Resilience(provider, name).Options.TotalTimeout;
            })
            .ConfigurePrimaryHttpMessageHandler((handler, provider) => Owned(PrimaryHandlers.Tune(handler), provider))
            .RemoveAllLoggers() // they print the path, which holds addresses and places
            .RemoveAllResilienceHandlers() // defaults of the application would multiply the attempts
            .ConfigureAdditionalHttpMessageHandlers((handlers, provider) =>
            {
                var resilience = Resilience(provider, name);
                if (!resilience.IsDisabled)
                    handlers.Add(ResiliencePipelines.CreateHandler(resilience.Options, Time(provider), Logger(provider)));
            });
        builder.Services.AddSingleton(new AuthenticatedClient(builder.Name, name));
        CredentialPlacement.Wrap(builder, name, api);
    }

    private static void AddUploadClient(IHttpClientBuilder builder) => builder
        .ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan) // each attempt has its own limit
        .ConfigurePrimaryHttpMessageHandler((handler, provider) => Owned(PrimaryHandlers.Tune(handler), provider))
        .RemoveAllLoggers() // they print the addresses, to which anybody may upload
        .RemoveAllResilienceHandlers();

    private static void AddClients(IServiceCollection services, string name)
    {
        services.AddKeyedSingleton(ClientNames.PublicApi(name), (provider, _) => CreateSender(provider, name, ClientNames.PublicApi(name), static account => account.PublicApi));
        services.AddKeyedSingleton(ClientNames.ServiceApi(name), (provider, _) => CreateSender(provider, name, ClientNames.ServiceApi(name), static account => account.ServiceApi));
        ServiceClients.Add(services, name);
        services.TryAddKeyedTransient(name, (provider, _) => provider.GetRequiredKeyedService<AccountMonitor>(name).Current.CreateBrowserUrls());
        if (name.Length == 0)
            services.TryAddTransient(provider => provider.GetRequiredKeyedService<MapTilerUrlBuilder>(name));
    }

    private static HttpMessageHandler Owned(HttpMessageHandler handler, IServiceProvider provider)
    {
        provider.GetService<OwnedHandlers>()?.Add(handler);
        return handler;
    }

    private static RequestSender CreateSender(IServiceProvider provider, string name, string client, Func<Account, AccountApi> api)
    {
        var factory = provider.GetRequiredService<IHttpClientFactory>();
        var account = provider.GetRequiredKeyedService<AccountMonitor>(name);
        var resilience = Resilience(provider, name).Options;
        return new RequestSender(() => factory.CreateClient(client), () => account.Current, api, resilience.TotalTimeout, Time(provider), Logger(provider));
    }

    private static ClientResilience Resilience(IServiceProvider provider, string name) =>
        provider.GetRequiredService<IOptionsMonitor<ClientResilience>>().Get(name);

    private static TimeProvider Time(IServiceProvider provider) => provider.GetService<TimeProvider>() ?? TimeProvider.System;

    private static ILogger Logger(IServiceProvider provider) =>
        provider.GetService<ILoggerFactory>()?.CreateLogger(Log.Category) ?? NullLogger.Instance;
}
