namespace MapTiler.Emulator;

/// <summary>A fault of one emulator, with the number of requests that it has seen.</summary>
internal sealed class ArmedFault(Fault fault, SeededChance chance)
{
    private int _seen;
    private int _hits;

    public Fault Fault => fault;

    public Hit? Hit(RecordedRequest request)
    {
        var fits = (fault.PathPrefix is null || request.Path.StartsWith(fault.PathPrefix, StringComparison.Ordinal))
            && (fault.When is null || fault.When(request));
        if (!fits)
            return null;

        var number = Interlocked.Increment(ref _seen);
        if (number <= fault.Skip || (fault.Probability < 1 && chance.Next(number, "hit") >= fault.Probability))
            return null;
        if (fault.Times is { } times && Interlocked.Increment(ref _hits) > times)
            return null;
        var jitter = fault.Jitter > TimeSpan.Zero ? fault.Jitter * chance.Next(number, "jitter") : TimeSpan.Zero;
        return new(fault, fault.Delay + jitter);
    }
}
