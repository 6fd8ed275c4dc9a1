using MapTiler.AspNetCore.Proxy;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace MapTiler.AspNetCore;

/// <summary>Reports the result of a check of the credential as a health status.</summary>
internal sealed class MapTilerHealthCheck(IServiceProvider services, string account) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var client = services.GetKeyedService<MapTilerClient>(account) ?? throw new InvalidOperationException($"The account '{account}' is not registered. Call AddMapTiler.");
        var check = await client.CheckKeyAsync(cancellationToken).ConfigureAwait(false);
        var data = new Dictionary<string, object> { ["status"] = check.Status.ToString() };
        if (check.Error is { } error)
            data["reason"] = error.Reason.ToString();
        var status = services.GetKeyedService<UpstreamStatus>(account);
        return check.Status switch
        {
            // The pages still display maps, so the process must not be taken out of service.
            not (KeyCheckStatus.Valid or KeyCheckStatus.Unprotected) when status is { IsStale: true, IsFailing: false } =>
                HealthCheckResult.Degraded($"{check.Message} Browsers receive the last good responses from the cache.", data: data),
            KeyCheckStatus.Valid when status is { IsStale: true } or { IsFailing: true } =>
                HealthCheckResult.Degraded("The credential works, but requests of browsers have failed in the last minute. The log contains the reason.", data: data),
            KeyCheckStatus.Valid => HealthCheckResult.Healthy(check.Message, data),
            KeyCheckStatus.Unprotected when services.GetService<IHostEnvironment>()?.IsDevelopment() == true => HealthCheckResult.Healthy(check.Message, data),
            KeyCheckStatus.Unprotected => HealthCheckResult.Degraded(check.Message, data: data),
            _ => new HealthCheckResult(context.Registration.FailureStatus, check.Message, data: data),
        };
    }
}
