using System.Diagnostics.CodeAnalysis;
using MapTiler;
using MapTiler.Authentication;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Configures a MapTiler account that <c>AddMapTiler</c> registered.</summary>
public static class MapTilerBuilderExtensions
{
    /// <summary>
    /// Reads API keys from a provider of the application instead of from the options. The provider is a singleton unless it was
    /// registered before; a scoped one is resolved in a new scope for every request.
    /// </summary>
    /// <typeparam name="T">The type of the provider.</typeparam>
    /// <param name="builder">The builder of the account.</param>
    /// <returns>The same builder.</returns>
    public static MapTilerBuilder UseApiKeyProvider<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(this MapTilerBuilder builder)
        where T : ApiKeyProvider
    {
        Guard.NotNull(builder, nameof(builder));
        builder.Services.TryAddSingleton<T>();
        builder.Services.AddKeyedSingleton<ApiKeyProvider>(builder.Account, (provider, _) => new ApplicationProvider.ScopedKeys<T>(provider.GetRequiredService<IServiceScopeFactory>()));
        return builder;
    }

    /// <summary>
    /// Reads service tokens from a provider of the application instead of from the options. The provider is a singleton unless it was
    /// registered before; a scoped one is resolved in a new scope for every request.
    /// </summary>
    /// <typeparam name="T">The type of the provider.</typeparam>
    /// <param name="builder">The builder of the account.</param>
    /// <returns>The same builder.</returns>
    public static MapTilerBuilder UseServiceTokenProvider<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(this MapTilerBuilder builder)
        where T : ServiceTokenProvider
    {
        Guard.NotNull(builder, nameof(builder));
        builder.Services.TryAddSingleton<T>();
        builder.Services.AddKeyedSingleton<ServiceTokenProvider>(builder.Account, (provider, _) => new ApplicationProvider.ScopedTokens<T>(provider.GetRequiredService<IServiceScopeFactory>()));
        return builder;
    }

    /// <summary>Configures the timeouts, retries and rate limit of the calls. The options are validated when the host starts.</summary>
    /// <param name="builder">The builder of the account.</param>
    /// <param name="configure">Changes the default options.</param>
    /// <returns>The same builder.</returns>
    public static MapTilerBuilder ConfigureResilience(this MapTilerBuilder builder, Action<MapTilerResilienceOptions> configure)
    {
        Guard.NotNull(builder, nameof(builder));
        Guard.NotNull(configure, nameof(configure));
        builder.Services.Configure<ClientResilience>(builder.Account, resilience => configure(resilience.Options));
        return builder;
    }

    /// <summary>
    /// Removes the retries, the attempt timeout and the rate limit, for an application that adds its own resilience to
    /// <see cref="MapTilerBuilder.HttpClientBuilder"/>. <see cref="MapTilerResilienceOptions.TotalTimeout"/> remains.
    /// </summary>
    /// <param name="builder">The builder of the account.</param>
    /// <returns>The same builder.</returns>
    public static MapTilerBuilder DisableResilience(this MapTilerBuilder builder)
    {
        Guard.NotNull(builder, nameof(builder));
        builder.Services.Configure<ClientResilience>(builder.Account, resilience => resilience.IsDisabled = true);
        return builder;
    }

    /// <summary>
    /// Authenticates the requests of another <see cref="HttpClient"/> to api.maptiler.com, for example of a Refit interface, with the credential
    /// of an account. The credential is added after all handlers and loggers of that client. Requests to other origins are not changed.
    /// </summary>
    /// <param name="builder">The builder of the client.</param>
    /// <param name="account">The name of an account that <c>AddMapTiler</c> registered; empty for the default account.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="InvalidOperationException">The client is already authenticated with another account.</exception>
    public static IHttpClientBuilder AddMapTilerAuthentication(this IHttpClientBuilder builder, string account = "")
    {
        Guard.NotNull(builder, nameof(builder));
        Guard.NotNull(account, nameof(account));
        var known = builder.Services.Select(service => service.ImplementationInstance).OfType<AuthenticatedClient>().FirstOrDefault(client => client.Name == builder.Name);
        if (known is not null)
            return known.Account == account ? builder : throw new InvalidOperationException($"The client '{builder.Name}' is already authenticated with the MapTiler account '{known.Account}'. It cannot also use '{account}'. Use one client per account.");

        builder.Services.AddSingleton(new AuthenticatedClient(builder.Name, account));
        CredentialPlacement.Wrap(builder, account, static state => state.PublicApi);
        return builder;
    }
}
