using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace MapTiler.Emulator;

/// <summary>The requests that reached the emulator, oldest first. Safe to use while requests arrive.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "A journal is known to have many entries.")]
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

    /// <summary>How many requests are listed.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _requests.Count;
        }
    }

    /// <summary>How many requests arrived since the start or the last <see cref="Clear"/>, also those no longer listed.</summary>
    public long TotalCount
    {
        get
        {
            lock (_gate)
                return _total;
        }
    }

    /// <summary>The most requests that were in progress at the same time since the start or the last <see cref="Clear"/>.</summary>
    public int PeakConcurrency
    {
        get
        {
            lock (_gate)
                return _peak;
        }
    }

    /// <summary>Forgets all requests. Those in progress are still finished, but not listed.</summary>
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

    /// <summary>The requests listed at this moment.</summary>
    public IEnumerator<RecordedRequest> GetEnumerator()
    {
        lock (_gate)
            return ((IEnumerable<RecordedRequest>)_requests.ToArray()).GetEnumerator();
    }

    /// <summary>Waits until a request is listed that fits, and returns the first one.</summary>
    /// <param name="predicate">Is asked about every listed request, again whenever one arrives or finishes.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ObjectDisposedException">The emulator is disposed, and no listed request fits.</exception>
    public async Task<RecordedRequest> WaitForAsync(Func<RecordedRequest, bool> predicate, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        while (true)
        {
            var changed = NextChange();
            if (this.FirstOrDefault(predicate) is { } found)
                return found;
            if (changed is null)
                throw new ObjectDisposedException(nameof(MapTilerEmulator), "The emulator was disposed before a request arrived that fits.");
            await changed.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The last ones listed, oldest first.</summary>
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

    /// <summary>Ends pending and later calls of <see cref="WaitForAsync"/>, since no request arrives anymore.</summary>
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

    /// <summary>Completes when a request arrives or finishes; null if that cannot happen anymore.</summary>
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
