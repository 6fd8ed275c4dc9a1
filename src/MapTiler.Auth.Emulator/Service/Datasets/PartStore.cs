namespace MapTiler.Emulator.Service.Datasets;

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

/// <summary>A part of an upload that arrived whole.</summary>
/// <param name="Path">The path of the file with its content.</param>
/// <param name="Length">How many bytes arrived, which need not be how many were awaited.</param>
/// <param name="Md5">In lower-case hexadecimal; the ETag is this within quotes.</param>
internal sealed record StoredPart(string Path, long Length, string Md5);

/// <summary>The division of a file into parts.</summary>
/// <param name="Size">The size of the file in bytes.</param>
/// <param name="PartSize">The size of every part but the last.</param>
internal sealed record PartLayout(long Size, int PartSize)
{
    private const int MaxCount = 10_000;

    public int Count { get; } = (int)((Size + PartSize - 1) / PartSize);

    /// <summary>Parts of this size, or of a larger size if there were more than S3 accepts.</summary>
    public static PartLayout Of(long size, int partSize) => new(size, (int)Math.Max(partSize, (size + MaxCount - 1) / MaxCount));
}

/// <summary>A temporary folder that is made with the first file and deleted with the emulator.</summary>
internal sealed class UploadFolder : IDisposable
{
    private readonly Lazy<DirectoryInfo> _directory = new(() => Directory.CreateTempSubdirectory("maptiler-emulator-"));

    public FileStream Create()
    {
        var path = Path.Combine(_directory.Value.FullName, Guid.NewGuid().ToString("N"));
        return new(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read | FileShare.Delete, bufferSize: 0);
    }

    public static void Delete(StoredPart? part)
    {
        if (part is not null)
            File.Delete(part.Path);
    }

    public void Dispose()
    {
        if (!_directory.IsValueCreated)
            return;
        try
        {
            _directory.Value.Delete(recursive: true);
        }
        catch (IOException)
        {
            // The operating system does not delete a file that is still being read.
        }
    }
}
