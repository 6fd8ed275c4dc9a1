using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace MapTiler.Emulator;

/// <summary>The faults of an emulator. Of those that hit a request, the one that was added first counts.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "FaultCollection says no more.")]
public sealed class FaultList : IReadOnlyCollection<Fault>
{
    private readonly string _seed;
    private ImmutableArray<ArmedFault> _faults = [];
    private int _added;

    internal FaultList(string seed) => _seed = seed;

    /// <summary>How many faults there are, also those that have spent their <see cref="Fault.Times"/>.</summary>
    public int Count => _faults.Length;

    /// <summary>Arms a fault from the next request on.</summary>
    /// <param name="fault">The fault. The same one may be added twice; each counts for itself.</param>
    public void Add(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ImmutableInterlocked.Update(ref _faults, static (faults, added) => faults.Add(added), new ArmedFault(fault, new(_seed, Interlocked.Increment(ref _added))));
    }

    /// <summary>Removes all faults.</summary>
    public void Clear() => ImmutableInterlocked.Update(ref _faults, static _ => []);

    /// <summary>The faults in their order.</summary>
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
