/// <summary>Timeouts a hundred times as long, for tests that must not depend on the load of the machine.</summary>
internal sealed class LongTimeouts : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime * 100 : dueTime, period);
}
