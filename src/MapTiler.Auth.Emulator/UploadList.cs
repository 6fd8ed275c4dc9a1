using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace MapTiler.Emulator;

/// <summary>The uploads that clients started with the Service API of a <see cref="MapTilerEmulator"/>, oldest first.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "UploadCollection would not be clearer.")]
public sealed class UploadList : IReadOnlyCollection<EmulatedUpload>
{
    internal const string ProcessingFailed = "processing_failed";

    private readonly ConcurrentQueue<(string Type, string Message)> _failures = new();
    private readonly ConcurrentQueue<EmulatedUpload> _uploads = new();

    internal UploadList()
    {
    }

    /// <summary>The number of uploads.</summary>
    public int Count => _uploads.Count;

    /// <summary>Makes the next processing of an upload fail. Each call of this method applies to one more upload.</summary>
    /// <param name="message">The message of the error.</param>
    /// <param name="type">The type of the error.</param>
    public void FailNext(string message, string type = ProcessingFailed)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(type);
        _failures.Enqueue((type, message));
    }

    /// <summary>Returns an enumerator for the uploads that exist at this moment.</summary>
    public IEnumerator<EmulatedUpload> GetEnumerator() => _uploads.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(EmulatedUpload upload) => _uploads.Enqueue(upload);

    internal (string Type, string Message)? NextFailure() => _failures.TryDequeue(out var failure) ? failure : null;
}
