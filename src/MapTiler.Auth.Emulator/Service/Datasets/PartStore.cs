namespace MapTiler.Emulator;

/// <summary>The parts of one upload, each in a file of its own, so that one that breaks off leaves an older one whole.</summary>
internal sealed class PartStore(PartLayout layout, UploadFolder folder)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<int, StoredPart> _parts = [];
    private int _interrupted;
    private bool _isClosed;

    public PartLayout Layout => layout;

    public UploadFolder Folder => folder;

    public int Received { get; private set; }

    public int Resent { get; private set; }

    public int Interrupted => _interrupted;

    public void CountInterrupted() => Interlocked.Increment(ref _interrupted);

    /// <summary>Stores a part, which replaces an older one with the same number.</summary>
    /// <returns>False if no more parts are accepted.</returns>
    public bool Add(int number, StoredPart part)
    {
        StoredPart? older;
        lock (_gate)
        {
            if (_isClosed)
                return false;
            Received++;
            if (_parts.Remove(number, out older))
                Resent++;
            _parts.Add(number, part);
        }

        UploadFolder.Delete(older);
        return true;
    }

    public StoredPart? Find(int number)
    {
        lock (_gate)
            return _parts.GetValueOrDefault(number);
    }

    /// <summary>Accepts no more parts.</summary>
    public void Close()
    {
        lock (_gate)
            _isClosed = true;
    }

    /// <summary>Accepts no more parts and deletes the stored ones.</summary>
    public void Discard()
    {
        Close();
        foreach (var part in Files())
            UploadFolder.Delete(part);
    }

    /// <summary>The parts in their order.</summary>
    public StoredPart[] Files()
    {
        lock (_gate)
            return [.. _parts.OrderBy(p => p.Key).Select(p => p.Value)];
    }
}
