using MapTiler.Authentication;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.DependencyInjection;

/// <summary>Finds the <see cref="ApiKeyProvider"/> or <see cref="ServiceTokenProvider"/> that the application registered.</summary>
internal static class ApplicationProvider
{
    /// <summary>Returns the provider of the account; for the default account also one that was registered without a key.</summary>
    public static T? Find<T>(IServiceProvider services, string account)
        where T : class =>
        services.GetKeyedService<T>(account) ?? (account.Length == 0 ? services.GetService<T>() : null);

    /// <summary>Indicates whether there is one, without creating it: it may need the options that are being validated.</summary>
    public static bool Exists<T>(IServiceProvider services, string account)
        where T : class =>
        services.GetService<IServiceProviderIsKeyedService>() is not { } known
            ? Find<T>(services, account) is not null
            : known.IsKeyedService(typeof(T), account) || (account.Length == 0 && known.IsService(typeof(T)));

    /// <summary>Calls the provider of the application in a scope of its own, since a pooled handler must not keep scoped services.</summary>
    public sealed class ScopedKeys<T>(IServiceScopeFactory scopes) : ApiKeyProvider
        where T : ApiKeyProvider
    {
        public override async ValueTask<string> GetApiKeyAsync(CredentialContext context, CancellationToken cancellationToken)
        {
            var scope = scopes.CreateAsyncScope();
            await using (scope.ConfigureAwait(false))
                return await scope.ServiceProvider.GetRequiredService<T>().GetApiKeyAsync(context, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc cref="ScopedKeys{T}"/>
    public sealed class ScopedTokens<T>(IServiceScopeFactory scopes) : ServiceTokenProvider
        where T : ServiceTokenProvider
    {
        public override async ValueTask<ServiceToken> GetServiceTokenAsync(CredentialContext context, CancellationToken cancellationToken)
        {
            var scope = scopes.CreateAsyncScope();
            await using (scope.ConfigureAwait(false))
                return await scope.ServiceProvider.GetRequiredService<T>().GetServiceTokenAsync(context, cancellationToken).ConfigureAwait(false);
        }
    }
}
