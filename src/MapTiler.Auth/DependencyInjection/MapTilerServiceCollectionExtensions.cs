using MapTiler;
using MapTiler.Authentication;
using MapTiler.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the MapTiler clients with dependency injection.</summary>
public static class MapTilerServiceCollectionExtensions
{
    /// <summary>
    /// Registers the MapTiler clients with the options in the configuration section <c>MapTiler</c>, or in the environment variables
    /// <c>MAPTILER_API_KEY</c> and <c>MAPTILER_SERVICE_TOKEN</c>. The options are validated when the host starts.
    /// </summary>
    /// <param name="services">The services of the application.</param>
    /// <returns>A builder to configure the account further.</returns>
    /// <example>
    /// <code>
    /// builder.Services.AddMapTiler();
    ///
    /// app.MapGet("/where", async (string query, GeocodingClient geocoding, CancellationToken cancellationToken) =>
    ///     string.IsNullOrWhiteSpace(query) // an empty query throws
    ///         ? null
    ///         : (await geocoding.SearchAsync(query, cancellationToken: cancellationToken)).Features.FirstOrDefault()?.PlaceName);
    /// </code>
    /// </example>
    public static MapTilerBuilder AddMapTiler(this IServiceCollection services) => Add(services, Options.Options.DefaultName, null, null);

    /// <summary>
    /// Registers the MapTiler clients with options that are set in code. They override the configuration section <c>MapTiler</c> and the
    /// environment variables. The options are validated when the host starts.
    /// </summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>A builder to configure the account further.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="configure"/> is <see langword="null"/>.</exception>
    /// <example>
    /// <code>
    /// builder.Services.AddMapTiler(options => options.ApiKey = apiKey);
    /// </code>
    /// </example>
    public static MapTilerBuilder AddMapTiler(this IServiceCollection services, Action<MapTilerOptions> configure)
    {
        Guard.NotNull(configure, nameof(configure));
        return Add(services, Options.Options.DefaultName, null, configure);
    }

    /// <summary>Registers the MapTiler clients with the options in a configuration section. The options are validated when the host starts.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="section">The section, such as <c>configuration.GetSection("MapTiler")</c>, not the whole configuration.</param>
    /// <returns>A builder to configure the account further.</returns>
    /// <exception cref="ArgumentException"><paramref name="section"/> is the whole configuration.</exception>
    public static MapTilerBuilder AddMapTiler(this IServiceCollection services, IConfiguration section)
    {
        Guard.NotNull(section, nameof(section));
        return Add(services, Options.Options.DefaultName, section, null);
    }

    /// <summary>
    /// Registers the MapTiler clients of one of several accounts, as keyed services: <c>[FromKeyedServices("account")] GeocodingClient</c>.
    /// The options are read from the configuration section <c>MapTiler:&lt;account&gt;</c> and then set by <paramref name="configure"/>, but never
    /// read from environment variables.
    /// </summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="account">The name of the account, not its API key.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>A builder to configure the account further.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="account"/> or <paramref name="configure"/> is <see langword="null"/>.</exception>
    public static MapTilerBuilder AddMapTiler(this IServiceCollection services, string account, Action<MapTilerOptions> configure)
    {
        Guard.NotNull(account, nameof(account));
        Guard.NotNull(configure, nameof(configure));
        return Add(services, account, null, configure);
    }

    internal static MapTilerBuilder Add(
        IServiceCollection services, string account, IConfiguration? section, Action<MapTilerOptions>? configure, bool readsEnvironment = true)
    {
        Guard.NotNull(services, nameof(services));
        var builder = new MapTilerBuilder(account, services);
        var known = services.Select(service => service.ImplementationInstance).OfType<Registration>().FirstOrDefault(known => known.Account == account);
        var registration = known ?? new Registration(account, readsEnvironment && account.Length == 0);
        if (known is null || section is not null)
            OptionsConfiguration.AddSection(services, registration, section);
        if (known is null)
            OptionsConfiguration.Bind(services, registration);
        if (configure is not null)
            services.Configure(account, configure);
        if (known is not null)
            return builder;

        services.AddSingleton(registration);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<MapTilerOptions>, MapTilerOptionsValidator>(provider => new MapTilerOptionsValidator(
            key => ApplicationProvider.Exists<ApiKeyProvider>(provider, key), key => ApplicationProvider.Exists<ServiceTokenProvider>(provider, key),
            key => provider.GetServices<Registration>().Any(registration => registration.Account == key && registration.ReadsEnvironment), provider.GetService<OwnedHandlers>() is not null)));
        services.AddOptions<MapTilerOptions>(account).ValidateOnStart();
        services.AddOptions<ClientResilience>(account).Validate(ClientResilience.IsValid, ClientResilience.Rule).ValidateOnStart();
        services.AddKeyedSingleton(account, (provider, _) => new AccountMonitor(provider.GetRequiredService<IOptionsMonitor<MapTilerOptions>>(), account,
            ApplicationProvider.Find<ApiKeyProvider>(provider, account), ApplicationProvider.Find<ServiceTokenProvider>(provider, account), Logger(provider)));
        AddHttpClient(builder.HttpClientBuilder, account, static state => state.PublicApi, static options => options.BaseAddress);
        AddHttpClient(builder.ServiceHttpClientBuilder, account, static state => state.ServiceApi, static options => options.ServiceBaseAddress);
        AddUploadClient(builder.UploadHttpClientBuilder);
        AddClients(services, account);
        return builder;
    }

    private static void AddHttpClient(
        IHttpClientBuilder builder, string account, Func<Account, AccountApi> api, Func<MapTilerOptions, Uri> baseAddress)
    {
        builder
            .ConfigureHttpClient((provider, client) =>
            {
                client.BaseAddress = TrustedBaseAddress.Normalize(baseAddress(provider.GetRequiredKeyedService<AccountMonitor>(account).Current.Options));
                client.Timeout = Resilience(provider, account).Options.TotalTimeout;
            })
            .ConfigurePrimaryHttpMessageHandler((handler, provider) => Owned(PrimaryHandlers.Tune(handler), provider))
            .RemoveAllLoggers() // they log the path, which contains personal data such as postal addresses and locations
            .RemoveAllResilienceHandlers() // defaults of the application would multiply the retries
            .ConfigureAdditionalHttpMessageHandlers((handlers, provider) =>
            {
                var resilience = Resilience(provider, account);
                if (!resilience.IsDisabled)
                    handlers.Add(ResiliencePipelines.CreateHandler(resilience.Options, Time(provider), Logger(provider)));
            });
        builder.Services.PostConfigure<HttpClientFactoryOptions>(builder.Name, options => options.HttpClientActions.Insert(0, HttpVersions.SetDefault));
        builder.Services.AddSingleton(new AuthenticatedClient(builder.Name, account));
        CredentialPlacement.Wrap(builder, account, api);
    }

    private static void AddUploadClient(IHttpClientBuilder builder) => builder
        .ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan) // each attempt has its own limit
        .ConfigurePrimaryHttpMessageHandler((handler, provider) => Owned(PrimaryHandlers.Tune(handler), provider))
        .RemoveAllLoggers() // they log the upload URLs, which need no other credential
        .RemoveAllResilienceHandlers();

    private static void AddClients(IServiceCollection services, string account)
    {
        services.AddKeyedSingleton(ClientNames.PublicApi(account), (provider, _) => CreateSender(provider, account, ClientNames.PublicApi(account), static state => state.PublicApi));
        services.AddKeyedSingleton(ClientNames.ServiceApi(account), (provider, _) => CreateSender(provider, account, ClientNames.ServiceApi(account), static state => state.ServiceApi));
        ServiceClients.Add(services, account);
        services.TryAddKeyedTransient(account, (provider, _) => provider.GetRequiredKeyedService<AccountMonitor>(account).Current.CreateBrowserUrls());
        if (account.Length == 0)
            services.TryAddTransient(provider => provider.GetRequiredKeyedService<MapTilerUrlBuilder>(account));
    }

    private static HttpMessageHandler Owned(HttpMessageHandler handler, IServiceProvider provider)
    {
        provider.GetService<OwnedHandlers>()?.Add(handler);
        return handler;
    }

    private static RequestSender CreateSender(IServiceProvider provider, string account, string client, Func<Account, AccountApi> api)
    {
        var factory = provider.GetRequiredService<IHttpClientFactory>();
        var monitor = provider.GetRequiredKeyedService<AccountMonitor>(account);
        return new RequestSender(() => Create(factory, client), () => monitor.Current, api, Resilience(provider, account).Options, Time(provider), Logger(provider));
    }

    private static HttpClient Create(IHttpClientFactory factory, string client)
    {
        try
        {
            return factory.CreateClient(client);
        }
        catch (ObjectDisposedException e)
        {
            throw new ObjectDisposedException("The MapTiler client is disposed, or the container that created it. Create it once, and dispose it after the last call.", e);
        }
    }

    private static ClientResilience Resilience(IServiceProvider provider, string account) =>
        provider.GetRequiredService<IOptionsMonitor<ClientResilience>>().Get(account);

    private static TimeProvider Time(IServiceProvider provider) => provider.GetService<TimeProvider>() ?? TimeProvider.System;

    private static ILogger Logger(IServiceProvider provider) =>
        provider.GetService<ILoggerFactory>()?.CreateLogger(Log.Category) ?? NullLogger.Instance;
}
