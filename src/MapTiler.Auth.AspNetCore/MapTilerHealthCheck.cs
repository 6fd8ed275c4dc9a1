using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MapTiler.AspNetCore;

/// <summary>What a check of the credential means for the health of the application.</summary>
internal sealed class MapTilerHealthCheck(MapTilerClient client, bool isDevelopment) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var check = await client.CheckKeyAsync(cancellationToken).ConfigureAwait(false);
        var data = new Dictionary<string, object> { ["status"] = check.Status.ToString() };
        if (check.Error is { } error)
            data["reason"] = error.Reason.Value;
        return check.Status switch
        {
            KeyCheckStatus.Works => HealthCheckResult.Healthy(check.Message, data),
            KeyCheckStatus.Unprotected when isDevelopment => HealthCheckResult.Healthy(check.Message, data),
            KeyCheckStatus.Unprotected => HealthCheckResult.Degraded(check.Message, data: data),
            _ => new HealthCheckResult(context.Registration.FailureStatus, check.Message, data: data),
        };
    }
}
