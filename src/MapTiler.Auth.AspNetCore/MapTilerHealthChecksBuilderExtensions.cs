using MapTiler.AspNetCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Extension methods that add a health check of MapTiler.</summary>
public static class MapTilerHealthChecksBuilderExtensions
{
    /// <summary>
    /// Adds a health check that verifies the credential of an account with requests that are not billed. The result is <see cref="HealthStatus.Healthy"/> if the
    /// credential works, and <see cref="HealthStatus.Degraded"/> if the API key also works for an unauthorized caller (outside the environment
    /// <c>Development</c>, where such a key is normal). Otherwise it is <paramref name="failureStatus"/>, with the reason. The key is never part of the result.
    /// </summary>
    /// <param name="builder">The health checks builder.</param>
    /// <param name="name">The name of the health check.</param>
    /// <param name="failureStatus">The status to report if MapTiler rejects the credential or does not respond. If it is <see langword="null"/>, <see cref="HealthStatus.Unhealthy"/> is reported.</param>
    /// <param name="tags">The tags of the health check; <see langword="null"/> for none.</param>
    /// <param name="timeout">The timeout of the health check. If it is <see langword="null"/>, the timeout of requests of the account applies.</param>
    /// <param name="account">The name of the account that <c>AddMapTiler</c> registered; empty for the default account.</param>
    /// <returns>The same builder, so that calls can be chained.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> or <paramref name="account"/> is <see langword="null"/>.</exception>
    /// <seealso href="https://learn.microsoft.com/aspnet/core/host-and-deploy/health-checks">Health checks in ASP.NET Core</seealso>
    public static IHealthChecksBuilder AddMapTiler(
        this IHealthChecksBuilder builder, string name = "maptiler", HealthStatus? failureStatus = null, IEnumerable<string>? tags = null, TimeSpan? timeout = null, string account = "")
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(account);
        return builder.Add(new HealthCheckRegistration(name, services => new MapTilerHealthCheck(services, account), failureStatus, tags, timeout));
    }
}
