using MapTiler.Authentication;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler;

/// <summary>The key provider of the application, where it has one.</summary>
internal static class OwnProvider
{
    /// <summary>The one of <c>UseApiKeyProvider</c>; for the default account also one that was registered by hand.</summary>
    public static ApiKeyProvider? Of(IServiceProvider services, string account) =>
        services.GetKeyedService<ApiKeyProvider>(account) ?? (account.Length == 0 ? services.GetService<ApiKeyProvider>() : null);

    /// <summary>Whether there is one, without making it: it may need the options that are just being checked.</summary>
    public static bool Exists(IServiceProvider services, string account) =>
        services.GetService<IServiceProviderIsKeyedService>() is not { } known
            ? Of(services, account) is not null
            : known.IsKeyedService(typeof(ApiKeyProvider), account) || (account.Length == 0 && known.IsService(typeof(ApiKeyProvider)));
}
