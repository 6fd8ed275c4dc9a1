namespace MapTiler.Emulator;

/// <summary>A fault of one emulator, with its count.</summary>
internal sealed class ArmedFault(Fault fault)
{
    private int _seen;

    public Fault Fault => fault;

    public bool Hits(RecordedRequest request)
    {
        var fits = (fault.PathPrefix is null || request.Path.StartsWith(fault.PathPrefix, StringComparison.Ordinal))
            && (fault.When is null || fault.When(request));
        if (!fits)
            return false;

        var number = Interlocked.Increment(ref _seen);
        return number > fault.Skip && (fault.Times is not { } times || number - fault.Skip <= times);
    }
}
