using System.Diagnostics;
using System.Security.Cryptography;

namespace MapTiler.Emulator;

/// <summary>A file that was sent to the Service API, or is being sent.</summary>
[DebuggerDisplay("{FileName,nq} {State}")]
public sealed class EmulatedUpload
{
    private readonly IngestRequest _request;
    private Guid? _documentId;

    internal EmulatedUpload(IngestRequest request, Guid? documentId, PartStore parts)
    {
        _request = request;
        _documentId = documentId;
        Parts = parts;
    }

    /// <summary>The id of the ingest.</summary>
    public Guid Id { get; } = Guid.NewGuid();

    /// <summary>The dataset or tile set that it replaces or became; null for a new one until it is completed.</summary>
    public Guid? DocumentId
    {
        get
        {
            lock (Gate)
                return _documentId;
        }
    }

    /// <summary>The name that the caller gave it.</summary>
    public string FileName => _request.FileName;

    /// <summary>The size that the caller announced, in bytes.</summary>
    public long Size => _request.Size;

    /// <summary>The size of every part but the last, in bytes.</summary>
    public int PartSize => Parts.Layout.PartSize;

    /// <summary>How many parts it has.</summary>
    public int PartCount => Parts.Layout.Count;

    /// <summary>How far it has come.</summary>
    public EmulatedUploadState State { get; private set; }

    /// <summary>How many parts arrived whole, those that arrived again included.</summary>
    public int PartsReceived => Parts.Received;

    /// <summary>How many parts arrived whole although they were there already.</summary>
    public int PartsResent => Parts.Resent;

    /// <summary>How many parts broke off on their way, because the caller left or a fault wanted it.</summary>
    public int PartsInterrupted => Parts.Interrupted;

    internal Lock Gate { get; } = new();

    internal PartStore Parts { get; }

    internal string? OutputType => _request.OutputType;

    internal long ProcessingSince { get; private set; }

    /// <summary>Why it fails, or will fail when its time has come.</summary>
    internal (string Type, string Message)? Error { get; private set; }

    /// <summary>Opens the whole file, put together from its parts on disk. It exists until the emulator is disposed of.</summary>
    /// <exception cref="InvalidOperationException">Not all of it has arrived, or it was canceled.</exception>
    public Stream OpenRead() =>
        State is EmulatedUploadState.Uploading or EmulatedUploadState.Canceled
            ? throw new InvalidOperationException($"{FileName} is not there as a whole, its state is {State}.")
            : new PartsStream(Parts.Files());

    /// <summary>The SHA-256 of the whole file in lower-case hexadecimal.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="InvalidOperationException">Not all of it has arrived, or it was canceled.</exception>
    public async Task<string> ComputeSha256Async(CancellationToken cancellationToken = default)
    {
        var file = OpenRead();
        await using (file.ConfigureAwait(false))
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>The name of the file.</summary>
    public override string ToString() => FileName;

    internal void Process(long timestamp, (string Type, string Message)? error)
    {
        ProcessingSince = timestamp;
        Error = error;
        State = EmulatedUploadState.Processing;
    }

    internal void Complete(Guid documentId)
    {
        _documentId = documentId;
        State = EmulatedUploadState.Completed;
    }

    internal void Fail() => State = EmulatedUploadState.Failed;

    internal void Cancel() => State = EmulatedUploadState.Canceled;
}
