using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MapTiler.AspNetCore.Tests.Support;

/// <summary>Registers browser maps without a host.</summary>
internal static class BrowserMapsRegistration
{
    /// <summary>Returns the validated options.</summary>
    /// <exception cref="OptionsValidationException">The options are not valid.</exception>
    public static BrowserMapsOptions GetOptions(Action<MapTilerOptions> account, Action<BrowserMapsOptions> configure, Action<IServiceCollection>? services = null)
    {
        var collection = new ServiceCollection().AddLogging();
        services?.Invoke(collection);
        collection.AddMapTiler(account).AddBrowserMaps(configure);
        using var provider = collection.BuildServiceProvider();
        provider.GetRequiredService<IStartupValidator>().Validate();
        return provider.GetRequiredService<IOptions<BrowserMapsOptions>>().Value;
    }
}
