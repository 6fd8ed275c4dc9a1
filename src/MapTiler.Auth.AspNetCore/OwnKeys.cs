using MapTiler.Authentication;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.AspNetCore;

/// <summary>Whether the application chooses the keys of an account by itself, perhaps another one for each caller.</summary>
internal static class OwnKeys
{
    public static bool Exist(IServiceProviderIsKeyedService services, string account) =>
        services.IsKeyedService(typeof(ApiKeyProvider), account) || (account.Length == 0 && services.IsService(typeof(ApiKeyProvider)));
}
