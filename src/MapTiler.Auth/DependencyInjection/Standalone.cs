using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MapTiler;

/// <summary>Creates the container of a client that is created without dependency injection.</summary>
internal static class Standalone
{
    public static ServiceProvider Create(MapTilerOptions options, Action<IMapTilerBuilder>? configure)
    {
        Guard.NotNull(options, nameof(options));
        var services = new ServiceCollection();
        var builder = MapTilerServiceCollectionExtensions.Add(services, Options.DefaultName, section: null, options.CopyTo, readsEnvironment: false);
        services.AddSingleton<OwnedHandlers>();
        configure?.Invoke(builder);
        var provider = services.BuildServiceProvider();
        try
        {
            _ = provider.GetRequiredKeyedService<AccountMonitor>(builder.Account).Current; // throws if the options are not valid
            return provider;
        }
        catch
        {
            provider.Dispose();
            throw;
        }
    }

    public static ServiceProvider CreateForService(MapTilerOptions options, Action<IMapTilerBuilder>? configure)
    {
        Guard.NotNull(options, nameof(options));
        return options.ServiceToken is not null || configure is not null
            ? Create(options, configure)
            : throw new ArgumentException("The Service API requires a service token: set MapTilerOptions.ServiceToken. Tokens are under Account > Credentials.", nameof(options));
    }

    /// <summary>Returns the client of an account; for the default account the one that the application may have registered itself.</summary>
    public static T GetClient<T>(this IServiceProvider services, string account)
        where T : notnull => account.Length == 0 ? services.GetRequiredService<T>() : services.GetRequiredKeyedService<T>(account);
}
