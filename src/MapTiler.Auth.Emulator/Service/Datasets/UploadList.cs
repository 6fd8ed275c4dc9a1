using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace MapTiler.Emulator;

/// <summary>The uploads of an emulator, oldest first.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "UploadCollection says no more.")]
public sealed class UploadList : IReadOnlyCollection<EmulatedUpload>
{
    internal const string ProcessingFailed = "processing_failed";

    private readonly ConcurrentQueue<(string Type, string Message)> _failures = new();
    private readonly ConcurrentQueue<EmulatedUpload> _uploads = new();

    internal UploadList()
    {
    }

    /// <summary>How many uploads were begun.</summary>
    public int Count => _uploads.Count;

    /// <summary>Lets the processing that begins next fail; called again, the one after it, too.</summary>
    /// <param name="message">What the error says.</param>
    /// <param name="type">What the error is called.</param>
    public void FailNext(string message, string type = ProcessingFailed)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(type);
        _failures.Enqueue((type, message));
    }

    /// <summary>The uploads listed at this moment.</summary>
    public IEnumerator<EmulatedUpload> GetEnumerator() => _uploads.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(EmulatedUpload upload) => _uploads.Enqueue(upload);

    internal (string Type, string Message)? NextFailure() => _failures.TryDequeue(out var failure) ? failure : null;
}
