using System.Globalization;

namespace MapTiler.Emulator;

/// <summary>What a key is told whose requests are used up.</summary>
internal sealed class QuotaRules(MapTilerEmulatorOptions options)
{
    private readonly TimeProvider _time = options.TimeProvider;
    private readonly int _status = options.QuotaStatus;
    private readonly bool _tellsWhen = options.QuotaTellsRetryAfter;

    public bool IsUsedUp(EmulatedKey key) =>
        key.Status == EmulatedKeyStatus.QuotaExceeded || key.Account.IsUsedUp(key.RequestLimit, _time.GetUtcNow());

    /// <summary>Counts what an answer costs. False if others have used up the rest meanwhile.</summary>
    public bool TryCharge(EmulatedKey key, int cost) => cost == 0 || key.Account.TryCharge(cost, key.RequestLimit, _time.GetUtcNow());

    public Answer Refuse()
    {
        if (_status == 403)
            return KeyAuthenticator.Invalid;
        var now = _time.GetUtcNow();
        var wait = Math.Ceiling((RequestAccount.NextMonth(now) - now).TotalSeconds);
        return Answer.Text(_status, "Monthly request quota exceeded") with
        {
            RetryAfter = _tellsWhen ? wait.ToString("F0", CultureInfo.InvariantCulture) : null,
        };
    }
}
