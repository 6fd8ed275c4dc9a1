using MapTiler.AspNetCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the health of MapTiler to that of an application.</summary>
public static class MapTilerHealthChecksBuilderExtensions
{
    /// <summary>
    /// Checks by free requests whether the credential of an account works. Healthy: it does. Degraded: it does, but also for a
    /// stranger, which is so by design in Development alone. Otherwise <paramref name="failureStatus"/>, with the reason and without the key.
    /// </summary>
    /// <param name="builder">The health checks.</param>
    /// <param name="name">The name of the check.</param>
    /// <param name="failureStatus">What a refusal or no answer means; by default <see cref="HealthStatus.Unhealthy"/>.</param>
    /// <param name="tags">The tags of the check.</param>
    /// <param name="timeout">How long it may take; by default as long as a call.</param>
    /// <param name="account">The name of the account that <c>AddMapTiler</c> registered; empty for the default one.</param>
    /// <returns>The same builder.</returns>
    public static IHealthChecksBuilder AddMapTiler(
        this IHealthChecksBuilder builder, string name = "maptiler", HealthStatus? failureStatus = null, IEnumerable<string>? tags = null, TimeSpan? timeout = null, string account = "")
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(account);
        return builder.Add(new HealthCheckRegistration(name, services => new MapTilerHealthCheck(services, account), failureStatus, tags, timeout));
    }
}
