namespace MapTiler.Authentication;

/// <summary>A value that is made of the options, anew only when they changed.</summary>
internal sealed class SnapshotCache<T>(OptionsSource source, Func<OptionsSnapshot, T> create)
    where T : class
{
    private Tuple<OptionsSnapshot, T>? _last;

    public T Current
    {
        get
        {
            var snapshot = source.Current;
            var last = Volatile.Read(ref _last);
            if (last is null || !ReferenceEquals(last.Item1, snapshot))
                Volatile.Write(ref _last, last = Tuple.Create(snapshot, create(snapshot)));
            return last.Item2;
        }
    }
}
