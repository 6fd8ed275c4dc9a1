using Microsoft.Extensions.Options;

namespace MapTiler;

public sealed partial class MapTilerServiceClient
{
    /// <summary>Makes a client without dependency injection. Keep it: it holds the connections. Dispose it at the end.</summary>
    /// <param name="options">The options as they are now; neither the configuration nor the environment is read.</param>
    /// <param name="configure">Changes what <c>services.AddMapTiler()</c> would return: the resilience, the primary handler.</param>
    /// <exception cref="OptionsValidationException">The options are not valid.</exception>
    /// <exception cref="ArgumentException">There is no service token.</exception>
    public static MapTilerServiceClient Create(MapTilerOptions options, Action<IMapTilerBuilder>? configure = null)
    {
        Guard.NotNull(options, nameof(options));
        if (options.ServiceToken is null)
            throw new ArgumentException("The Service API needs a service token: set MapTilerOptions.ServiceToken. Tokens are under Account > Credentials.", nameof(options));

        return Standalone.Create(options, configure, ServiceClients.CreateService);
    }
}
