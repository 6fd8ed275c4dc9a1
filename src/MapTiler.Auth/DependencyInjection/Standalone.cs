using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MapTiler;

/// <summary>A container of its own for a client that was made without one.</summary>
internal static class Standalone
{
    public static T Create<T>(MapTilerOptions options, Action<IMapTilerBuilder>? configure, Func<IServiceProvider, string, IDisposable?, T> create)
    {
        var services = new ServiceCollection();
        var builder = MapTilerServiceCollectionExtensions.Add(services, Options.DefaultName, section: null, options.CopyTo, readsEnvironment: false);
        services.AddSingleton<OwnedHandlers>();
        configure?.Invoke(builder);
        var provider = services.BuildServiceProvider();
        try
        {
            _ = provider.GetRequiredKeyedService<AccountMonitor>(builder.Name).Current;
            return create(provider, builder.Name, provider);
        }
        catch
        {
            provider.Dispose();
            throw;
        }
    }
}
