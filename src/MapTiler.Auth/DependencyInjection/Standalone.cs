using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MapTiler.DependencyInjection;

/// <summary>Creates the container of a client that is created without dependency injection.</summary>
internal static class Standalone
{
    public static ServiceProvider Create(MapTilerOptions options, Action<MapTilerBuilder>? configure)
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

    public static ServiceProvider CreateForService(MapTilerOptions options, Action<MapTilerBuilder>? configure)
    {
        Guard.NotNull(options, nameof(options));
        return options.ServiceToken is not null || configure is not null
            ? Create(options, configure)
            : throw new OptionsValidationException(Options.DefaultName, typeof(MapTilerOptions), ["MapTilerOptions.ServiceToken is missing, which the Service API requires. Tokens are under Account > Credentials."]);
    }

    /// <summary>Returns the client of an account; for the default account the one that the application may have registered itself.</summary>
    public static T GetClient<T>(this IServiceProvider services, string account)
        where T : notnull => account.Length == 0 ? services.GetRequiredService<T>() : services.GetRequiredKeyedService<T>(account);
}

/// <summary>
/// The primary handlers of a client that was created without dependency injection, so that disposing the client closes their connections.
/// Handlers of the application are not included.
/// </summary>
internal sealed class OwnedHandlers : IDisposable
{
    // Weak references, because the factory replaces and disposes handlers every few minutes.
    private readonly List<WeakReference<HttpMessageHandler>> _handlers = [];

    public void Add(HttpMessageHandler handler)
    {
        lock (_handlers)
        {
            _handlers.RemoveAll(reference => !reference.TryGetTarget(out _));
            _handlers.Add(new(handler));
        }
    }

    public void Dispose()
    {
        lock (_handlers)
        {
            foreach (var reference in _handlers)
            {
                if (reference.TryGetTarget(out var handler))
                    handler.Dispose();
            }
        }
    }
}
