using System.Globalization;

namespace MapTiler.Emulator;

/// <summary>What a key is told whose requests are used up.</summary>
internal sealed class QuotaRules(MapTilerEmulatorOptions options)
{
    private readonly TimeProvider _time = options.TimeProvider;
    private readonly int _status = options.QuotaStatus;
    private readonly bool _includesRetryAfter = options.QuotaIncludesRetryAfter;

    public bool IsUsedUp(EmulatedKey key) =>
        key.Status == EmulatedKeyStatus.QuotaExceeded || key.Account.IsUsedUp(key.RequestLimit, _time.GetUtcNow());

    /// <summary>Counts what a response costs. False if others have used up the rest meanwhile.</summary>
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
