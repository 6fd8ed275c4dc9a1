using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace MapTiler.Emulator;

/// <summary>
/// The requests that a <see cref="MapTilerEmulator"/> received, oldest first. All members are safe to use while requests arrive.
/// </summary>
[SuppressMessage("Naming", "CA1710", Justification = "A journal is a collection of entries.")]
public sealed class RequestJournal : IReadOnlyCollection<RecordedRequest>
{
    private readonly Lock _gate = new();
    private readonly Queue<RecordedRequest> _requests = new();
    private readonly int _capacity;
    private readonly long _maxBytes;
    private TaskCompletionSource? _changed;
    private bool _isClosed;
    private long _bytes;
    private int _open;
    private int _peak;
    private long _total;

    internal RequestJournal(int capacity, long maxBytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        (_capacity, _maxBytes) = (capacity, maxBytes);
    }

    /// <summary>The number of requests in the journal.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _requests.Count;
        }
    }

    /// <summary>
    /// The number of requests since the start or the last call of <see cref="Clear"/>, including requests that the journal has dropped.
    /// </summary>
    public long TotalCount
    {
        get
        {
            lock (_gate)
                return _total;
        }
    }

    /// <summary>
    /// The highest number of requests that were in progress at the same time since the start or the last call of <see cref="Clear"/>.
    /// </summary>
    public int PeakConcurrency
    {
        get
        {
            lock (_gate)
                return _peak;
        }
    }

    /// <summary>Removes all requests from the journal. Requests in progress continue, but are no longer in the journal.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _requests.Clear();
            _bytes = 0;
            _total = 0;
            _peak = _open;
        }
    }

    /// <summary>Returns an enumerator for the requests that are in the journal at this moment.</summary>
    public IEnumerator<RecordedRequest> GetEnumerator()
    {
        lock (_gate)
            return ((IEnumerable<RecordedRequest>)_requests.ToArray()).GetEnumerator();
    }

    /// <summary>Waits until the journal contains a request that matches a condition.</summary>
    /// <param name="predicate">
    /// The condition. It is evaluated for all requests in the journal, and again whenever a request arrives or is completed.
    /// </param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The oldest request that matches.</returns>
    /// <exception cref="ObjectDisposedException">The emulator was disposed before a request matched.</exception>
    public async Task<RecordedRequest> WaitForAsync(Func<RecordedRequest, bool> predicate, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        while (true)
        {
            var changed = NextChange();
            if (this.FirstOrDefault(predicate) is { } found)
                return found;
            if (changed is null)
                throw new ObjectDisposedException(nameof(MapTilerEmulator), "The emulator was disposed before a request matched the condition.");
            await changed.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Returns the most recent requests, oldest first.</summary>
    internal RecordedRequest[] Last(int count)
    {
        lock (_gate)
            return [.. _requests.Skip(_requests.Count - count)];
    }

    internal void Open(RecordedRequest request)
    {
        lock (_gate)
        {
            _total++;
            _peak = Math.Max(_peak, ++_open);
            _requests.Enqueue(request);
            _bytes += request.Size;
            while (_requests.Count > _capacity || (_bytes > _maxBytes && _requests.Count > 1))
                _bytes -= _requests.Dequeue().Size;
            SignalChange();
        }
    }

    /// <summary>Ends pending and later calls of <see cref="WaitForAsync"/>, because no more requests arrive.</summary>
    internal void Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            SignalChange();
        }
    }

    internal void Complete(RecordedRequest request, int? status, int cost)
    {
        request.Complete(status, cost);
        lock (_gate)
        {
            _open--;
            SignalChange();
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Returns a task that completes when a request arrives or is completed; null if that cannot happen anymore.</summary>
    private Task? NextChange()
    {
        lock (_gate)
            return _isClosed ? null : (_changed ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
    }

    private void SignalChange()
    {
        _changed?.SetResult();
        _changed = null;
    }
}
