using Microsoft.Extensions.Options;

namespace MapTiler;

public sealed partial class MapTilerClient
{
    /// <summary>Makes a client without dependency injection. Keep it: it holds the connections. Dispose it at the end.</summary>
    /// <param name="options">The options as they are now; neither the configuration nor the environment is read.</param>
    /// <param name="configure">Changes what <c>services.AddMapTiler()</c> would return: the resilience, the primary handler.</param>
    /// <exception cref="OptionsValidationException">The options are not valid, for example without a credential.</exception>
    public static MapTilerClient Create(MapTilerOptions options, Action<IMapTilerBuilder>? configure = null)
    {
        Guard.NotNull(options, nameof(options));
        return Standalone.Create(options, configure, ServiceClients.Create);
    }
}
