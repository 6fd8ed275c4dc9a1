using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using MapTiler.Emulator.Faults;

namespace MapTiler.Emulator;

/// <summary>
/// The faults of a <see cref="MapTilerEmulator"/>. If several faults apply to a request, the one that was added first is used. All
/// members are safe to use while requests arrive.
/// </summary>
[SuppressMessage("Naming", "CA1710", Justification = "FaultCollection would not be clearer.")]
public sealed class FaultList : IReadOnlyCollection<Fault>
{
    private readonly string _seed;
    private ImmutableArray<ArmedFault> _faults = [];
    private int _added;

    internal FaultList(string seed) => _seed = seed;

    /// <summary>The number of faults, including those that have reached their <see cref="Fault.Times"/>.</summary>
    public int Count => _faults.Length;

    /// <summary>Adds a fault, which applies from the next request on.</summary>
    /// <param name="fault">The fault. If the same object is added twice, the requests are counted for each of the two separately.</param>
    public void Add(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ImmutableInterlocked.Update(ref _faults, static (faults, added) => faults.Add(added), new ArmedFault(fault, new(_seed, Interlocked.Increment(ref _added))));
    }

    /// <summary>Removes all faults.</summary>
    public void Clear() => ImmutableInterlocked.Update(ref _faults, static _ => []);

    /// <summary>Returns an enumerator for the faults in the order in which they were added.</summary>
    public IEnumerator<Fault> GetEnumerator() => _faults.Select(f => f.Fault).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal Hit? Find(RecordedRequest request, bool authorized)
    {
        foreach (var armed in _faults)
        {
            if ((authorized || armed.Fault.BeforeAuthentication) && armed.Hit(request) is { } hit)
                return hit;
        }

        return null;
    }
}
