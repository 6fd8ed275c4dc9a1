using System.Collections.Concurrent;

namespace MapTiler.Tests;

/// <summary>A delay ends immediately, and the clock moves on by it. Timeouts do not end.</summary>
internal sealed class PassingTimeProvider : TimeProvider
{
    private readonly ConcurrentQueue<TimeSpan> _waits = new();
    private readonly DateTimeOffset _start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private long _now;

    public IReadOnlyList<double> Waits => [.. _waits.Select(wait => wait.TotalSeconds)];

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _now);

    public override DateTimeOffset GetUtcNow() => _start.AddTicks(GetTimestamp());

    public void Advance(TimeSpan by) => Interlocked.Add(ref _now, by.Ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (state is CancellationTokenSource || dueTime <= TimeSpan.Zero)
            return base.CreateTimer(callback, state, dueTime, period);
        _waits.Enqueue(dueTime);
        Advance(dueTime);
        return base.CreateTimer(callback, state, TimeSpan.FromMilliseconds(1), period);
    }
}
