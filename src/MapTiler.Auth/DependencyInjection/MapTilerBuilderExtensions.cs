using System.Diagnostics.CodeAnalysis;
using MapTiler;
using MapTiler.Authentication;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Configures a MapTiler account.</summary>
public static class MapTilerBuilderExtensions
{
    /// <summary>
    /// Reads API keys from a provider of the application instead of from the options. The provider is a singleton unless it was
    /// registered before; a scoped one is resolved in a new scope for every request.
    /// </summary>
    /// <typeparam name="T">The type of the provider.</typeparam>
    /// <param name="builder">The builder of the account.</param>
    /// <returns>The same builder.</returns>
    public static IMapTilerBuilder UseApiKeyProvider<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(this IMapTilerBuilder builder)
        where T : ApiKeyProvider
    {
        Guard.NotNull(builder, nameof(builder));
        builder.Services.TryAddSingleton<T>();
        builder.Services.AddKeyedSingleton<ApiKeyProvider>(builder.Name, (provider, _) => new ApplicationProvider.ScopedKeys<T>(provider.GetRequiredService<IServiceScopeFactory>()));
        return builder;
    }

    /// <summary>
    /// Reads service tokens from a provider of the application instead of from the options. The provider is a singleton unless it was
    /// registered before; a scoped one is resolved in a new scope for every request.
    /// </summary>
    /// <typeparam name="T">The type of the provider.</typeparam>
    /// <param name="builder">The builder of the account.</param>
    /// <returns>The same builder.</returns>
    public static IMapTilerBuilder UseServiceTokenProvider<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(this IMapTilerBuilder builder)
        where T : ServiceTokenProvider
    {
        Guard.NotNull(builder, nameof(builder));
        builder.Services.TryAddSingleton<T>();
        builder.Services.AddKeyedSingleton<ServiceTokenProvider>(builder.Name, (provider, _) => new ApplicationProvider.ScopedTokens<T>(provider.GetRequiredService<IServiceScopeFactory>()));
        return builder;
    }

    /// <summary>Changes time limits, repetitions and the rate limit of the calls.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Changes the defaults.</param>
    public static IMapTilerBuilder ConfigureResilience(this IMapTilerBuilder builder, Action<MapTilerResilienceOptions> configure)
    {
        Guard.NotNull(builder, nameof(builder));
        Guard.NotNull(configure, nameof(configure));
        builder.Services.Configure<ClientResilience>(builder.Name, resilience => configure(resilience.Options));
        return builder;
    }

    /// <summary>
    /// Takes the resilience out, for an application that adds its own to <see cref="IMapTilerBuilder.HttpClientBuilder"/>.
    /// The total time limit stays.
    /// </summary>
    /// <param name="builder">The builder.</param>
    public static IMapTilerBuilder DisableResilience(this IMapTilerBuilder builder)
    {
        Guard.NotNull(builder, nameof(builder));
        builder.Services.Configure<ClientResilience>(builder.Name, resilience => resilience.IsDisabled = true);
        return builder;
    }

    /// <summary>
    /// Authenticates the requests of another client to api.maptiler.com, for example of a Refit interface, as the account does. The
    /// credential is added below all handlers and loggers of that client; requests to other origins pass untouched.
    /// </summary>
    /// <param name="builder">The other client.</param>
    /// <param name="name">The name of the account that <c>AddMapTiler</c> registered; empty for the default one.</param>
    /// <exception cref="InvalidOperationException">The client is authenticated by another account already.</exception>
    public static IHttpClientBuilder AddMapTilerAuthentication(this IHttpClientBuilder builder, string name = "")
    {
        Guard.NotNull(builder, nameof(builder));
        Guard.NotNull(name, nameof(name));
        var known = builder.Services.Select(service => service.ImplementationInstance).OfType<AuthenticatedClient>().FirstOrDefault(client => client.Name == builder.Name);
        if (known is not null)
            return known.Account == name ? builder : throw new InvalidOperationException($"The client '{builder.Name}' is authenticated by the MapTiler account '{known.Account}' already, so not also by '{name}'.");

        builder.Services.AddSingleton(new AuthenticatedClient(builder.Name, name));
        CredentialPlacement.Wrap(builder, name, static account => account.PublicApi);
        return builder;
    }
}
