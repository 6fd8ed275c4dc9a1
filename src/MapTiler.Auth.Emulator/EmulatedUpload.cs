using System.Diagnostics;
using System.Security.Cryptography;
using MapTiler.Emulator.Service.Datasets;

namespace MapTiler.Emulator;

/// <summary>A file that a client uploads or has uploaded with the Service API.</summary>
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

    /// <summary>
    /// The id of the dataset or tileset that the upload replaces or creates; null for a new one until the upload is completed.
    /// </summary>
    public Guid? DocumentId
    {
        get
        {
            lock (Gate)
                return _documentId;
        }
    }

    /// <summary>The file name that the client specified.</summary>
    public string FileName => _request.FileName;

    /// <summary>The size of the file in bytes that the client specified.</summary>
    public long Size => _request.Size;

    /// <summary>The size in bytes of all parts except the last one.</summary>
    public int PartSize => Parts.Layout.PartSize;

    /// <summary>The number of parts.</summary>
    public int PartCount => Parts.Layout.Count;

    /// <summary>The state of the upload.</summary>
    public EmulatedUploadState State { get; private set; }

    /// <summary>The number of parts that were received completely, including parts that were received more than once.</summary>
    public int PartsReceived => Parts.Received;

    /// <summary>The number of parts that were received completely although the emulator already had them.</summary>
    public int PartsResent => Parts.Resent;

    /// <summary>
    /// The number of parts that were not received completely because the client closed the connection or a <see cref="Fault"/> reset
    /// it.
    /// </summary>
    public int PartsInterrupted => Parts.Interrupted;

    internal Lock Gate { get; } = new();

    internal PartStore Parts { get; }

    internal string? OutputType => _request.OutputType;

    internal long ProcessingSince { get; private set; }

    /// <summary>The error that processing has or will have; null for none.</summary>
    internal (string Type, string Message)? Error { get; private set; }

    /// <summary>Opens the whole file, read from its parts on disk. The parts exist until the emulator is disposed.</summary>
    /// <returns>A stream that can seek. The caller disposes it.</returns>
    /// <exception cref="InvalidOperationException">Not all parts have been received, or the upload was canceled.</exception>
    public Stream OpenRead() =>
        State is EmulatedUploadState.Uploading or EmulatedUploadState.Canceled
            ? throw new InvalidOperationException($"The file {FileName} cannot be read because its state is {State}. Wait until the client has sent all parts and started the processing.")
            : new PartsStream(Parts.Files());

    /// <summary>Computes the SHA-256 hash of the whole file.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The hash in lower-case hexadecimal.</returns>
    /// <exception cref="InvalidOperationException">Not all parts have been received, or the upload was canceled.</exception>
    public async Task<string> ComputeSha256Async(CancellationToken cancellationToken = default)
    {
        var file = OpenRead();
        await using (file.ConfigureAwait(false))
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Returns the name of the file.</summary>
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

/// <summary>The state of an <see cref="EmulatedUpload"/>.</summary>
public enum EmulatedUploadState
{
    /// <summary>The client can send parts.</summary>
    Uploading,

    /// <summary>
    /// The client has sent all parts and started the processing. It ends with the first request for the state after
    /// <see cref="MapTilerEmulatorOptions.ProcessingTime"/>.
    /// </summary>
    Processing,

    /// <summary>The dataset or tileset has been created or replaced.</summary>
    Completed,

    /// <summary>The client canceled the upload. The parts are deleted.</summary>
    Canceled,

    /// <summary>The processing failed, see <see cref="UploadList.FailNext"/>.</summary>
    Failed,
}
