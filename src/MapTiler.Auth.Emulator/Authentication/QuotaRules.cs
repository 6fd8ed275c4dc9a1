using System.Globalization;

namespace MapTiler.Emulator;

/// <summary>The monthly quotas of keys, and the response to a key whose quota is used up.</summary>
internal sealed class QuotaRules(MapTilerEmulatorOptions options)
{
    private readonly TimeProvider _time = options.TimeProvider;
    private readonly int _status = options.QuotaStatus;
    private readonly bool _includesRetryAfter = options.QuotaIncludesRetryAfter;

    public bool IsUsedUp(EmulatedKey key) =>
        key.Status == EmulatedKeyStatus.QuotaExceeded || key.Account.IsUsedUp(key.RequestLimit, _time.GetUtcNow());

    /// <summary>Adds the cost of a response. False if other requests have used up the quota in the meantime.</summary>
    public bool TryCharge(EmulatedKey key, int cost) => cost == 0 || key.Account.TryCharge(cost, key.RequestLimit, _time.GetUtcNow());

    public Response Reject()
    {
        if (_status == 403)
            return KeyAuthenticator.Invalid;
        var now = _time.GetUtcNow();
        var wait = Math.Ceiling((RequestAccount.NextMonth(now) - now).TotalSeconds);
        return Response.PlainText(_status, "Monthly request quota exceeded") with
        {
            RetryAfter = _includesRetryAfter ? wait.ToString("F0", CultureInfo.InvariantCulture) : null,
        };
    }
}
