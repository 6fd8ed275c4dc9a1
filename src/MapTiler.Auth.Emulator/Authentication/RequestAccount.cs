namespace MapTiler.Emulator;

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
