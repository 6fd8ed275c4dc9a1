using System.Globalization;
using MapTiler.Emulator.Http;

namespace MapTiler.Emulator.Authentication;

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

/// <summary>Counts the requests that a key has used in a month.</summary>
internal sealed class RequestAccount
{
    private readonly Lock _gate = new();
    private (int Year, int Month) _month;
    private long _used;

    public long Used(DateTimeOffset now)
    {
        lock (_gate)
            return MonthOf(now) == _month ? _used : 0;
    }

    public bool IsUsedUp(long? limit, DateTimeOffset now) => limit is { } most && Used(now) >= most;

    /// <summary>Counts a call, even if it exceeds the limit; false if the limit was already reached.</summary>
    public bool TryCharge(int cost, long? limit, DateTimeOffset now)
    {
        lock (_gate)
        {
            if (MonthOf(now) != _month)
                (_month, _used) = (MonthOf(now), 0);
            if (_used >= limit)
                return false;
            _used += cost;
            return true;
        }
    }

    /// <summary>The beginning of the next month, when the count is reset.</summary>
    public static DateTimeOffset NextMonth(DateTimeOffset now)
    {
        var (year, month) = MonthOf(now);
        return new DateTimeOffset(year, month, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(1);
    }

    private static (int Year, int Month) MonthOf(DateTimeOffset now) => (now.UtcDateTime.Year, now.UtcDateTime.Month);
}
