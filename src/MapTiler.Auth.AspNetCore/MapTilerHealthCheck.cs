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
        return check.Status switch
        {
            KeyCheckStatus.Works => HealthCheckResult.Healthy(check.Message, data),
            KeyCheckStatus.Unprotected when services.GetService<IHostEnvironment>()?.IsDevelopment() == true => HealthCheckResult.Healthy(check.Message, data),
            KeyCheckStatus.Unprotected => HealthCheckResult.Degraded(check.Message, data: data),
            _ => new HealthCheckResult(context.Registration.FailureStatus, check.Message, data: data),
        };
    }
}
