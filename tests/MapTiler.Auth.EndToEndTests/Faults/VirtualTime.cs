namespace MapTiler.EndToEndTests.Faults;

/// <summary>
/// A clock that does not depend on the load of the machine. Delays end immediately, and the clock moves on by them. Timeouts elapse when the
/// server of the test moves the clock, because it does not respond.
/// </summary>
internal sealed class VirtualTime : TimeProvider
{
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Lock _gate = new();
    private readonly List<VirtualTimer> _timers = [];
    private long _now;

    /// <summary>Called when a delay starts, before it ends.</summary>
    public Action? DelayStarted { get; set; }

    public TimeSpan Elapsed => TimeSpan.FromTicks(GetTimestamp());

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _now);

    public override DateTimeOffset GetUtcNow() => Start + Elapsed;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, callback, state, isDelay: state is not CancellationTokenSource && period == Timeout.InfiniteTimeSpan);
        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(TimeSpan by) => AdvanceTo(GetTimestamp() + by.Ticks);

    /// <summary>Moves the clock to the next timeout that is pending.</summary>
    public void AdvanceToNextTimeout()
    {
        long next;
        lock (_gate)
            next = _timers.Min(timer => (long?)timer.Due) ?? _now;
        AdvanceTo(next);
    }

    private void AdvanceTo(long time)
    {
        VirtualTimer[] due;
        lock (_gate)
        {
            _now = Math.Max(_now, time);
            due = [.. _timers.Where(timer => timer.Due <= _now).OrderBy(timer => timer.Due)];
            _timers.RemoveAll(timer => timer.Due <= _now);
        }

        foreach (var timer in due)
            timer.Fire();
    }

    private sealed class VirtualTimer(VirtualTime time, TimerCallback callback, object? state, bool isDelay) : ITimer
    {
        public long Due { get; private set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._gate)
            {
                time._timers.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan)
                    return true;
                Due = time._now + dueTime.Ticks;
                time._timers.Add(this);
            }

            if (isDelay)
            {
                ThreadPool.QueueUserWorkItem(_ =>
                {
                    time.DelayStarted?.Invoke();
                    time.AdvanceTo(Due);
                });
            }

            return true;
        }

        public void Dispose()
        {
            lock (time._gate)
                time._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
