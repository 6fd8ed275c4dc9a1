using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace MapTiler.Service;

/// <summary>The data of an upload. Several ranges can be read at the same time, and each can be read again.</summary>
internal abstract class UploadSource(string fileName, long length)
{
    private const int BufferSize = 64 * 1024;
    private const int MaxNameBytes = 255;

    public string FileName { get; } = fileName;

    public long Length { get; } = length;

    private volatile bool _hasOtherContent;

    /// <summary>Gets whether the data are no longer those that were there when the upload started, as far as that is known.</summary>
    public bool HasChanged => _hasOtherContent || HasOtherMetadata;

    /// <summary>Gets whether the length, or the time of the last change, is another one. Other bytes do not show in it if that time was set back.</summary>
    protected abstract bool HasOtherMetadata { get; }

    /// <exception cref="MapTilerException">The data changed.</exception>
    public void ThrowIfChanged()
    {
        if (HasChanged)
            throw new MapTilerException(MapTilerErrorReason.InvalidRequest, $"{FileName} changed while it was uploaded, so its parts do not belong together. Upload a copy that does not change.");
    }

    /// <summary>Reads a range in pieces of up to 64 KiB; a piece is valid until the next one. The pieces end early if the data do.</summary>
    public async IAsyncEnumerable<ArraySegment<byte>> ReadAsync(long offset, long length, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        var stream = Open();
        try
        {
            for (int read; length > 0 && (read = await ReadAsync(stream, offset, buffer, (int)Math.Min(BufferSize, length), cancellationToken).ConfigureAwait(false)) > 0;)
            {
                yield return new ArraySegment<byte>(buffer, 0, read);
                offset += read;
                length -= read;
            }
        }
        finally
        {
            Close(stream);
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Reads the stored parts again and compares them with the hashes of what was sent.</summary>
    /// <returns>False if the data changed, which <see cref="HasChanged"/> indicates from then on.</returns>
    public async Task<bool> MatchesAsync(UploadCheckpoint upload, CancellationToken cancellationToken)
    {
        foreach (var part in upload.Stored.OrderBy(part => part.Key))
        {
#pragma warning disable CA5351 // the hash of what was sent is the MD5, because the ETag is
            using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
#pragma warning restore CA5351
            await foreach (var piece in ReadAsync((part.Key - 1) * upload.PartSize, upload.LengthOf(part.Key), cancellationToken).ConfigureAwait(false))
                md5.AppendData(piece.Array!, piece.Offset, piece.Count);
            if (!string.Equals(ToHex(md5.GetHashAndReset()), part.Value.Md5, StringComparison.OrdinalIgnoreCase))
            {
                _hasOtherContent = true;
                return false;
            }
        }

        return true;
    }

    public static string ToHex(byte[] hash) => string.Concat(hash.Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));

    /// <summary>Computes a hash of the first and the last 64 KiB, which identifies the data when an upload is resumed.</summary>
    public virtual async Task<string> ComputeFingerprintAsync(CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var offset in new[] { 0, Math.Max(0, Length - BufferSize) })
        {
            await foreach (var piece in ReadAsync(offset, Math.Min(BufferSize, Length), cancellationToken).ConfigureAwait(false))
                hash.AppendData(piece.Array!, piece.Offset, piece.Count);
        }

        return Convert.ToBase64String(hash.GetHashAndReset());
    }

    protected abstract Stream Open();

    protected abstract void Close(Stream stream);

    protected virtual async Task<int> ReadAsync(Stream stream, long offset, byte[] buffer, int count, CancellationToken cancellationToken)
    {
        stream.Position = offset;
#if NET
        return await stream.ReadAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
#else
        return await stream.ReadAsync(buffer, 0, count, cancellationToken).ConfigureAwait(false);
#endif
    }

    protected static string CheckName(string fileName, string parameter) =>
        string.IsNullOrWhiteSpace(fileName) ? throw new ArgumentException("The file name must not be empty, because the service derives the format from it.", parameter)
        : Encoding.UTF8.GetByteCount(fileName) > MaxNameBytes ? throw new ArgumentException($"The file name must have at most {MaxNameBytes} bytes in UTF-8.", parameter)
        : fileName;

    protected static long CheckLength(long length, string parameter) =>
        length > 0 ? length : throw new ArgumentException("There are no data to upload: the length is 0.", parameter);
}

/// <summary>A file. Each read opens it, and other processes may write to it in the meantime: such a change is detected and reported.</summary>
internal sealed class FileUploadSource(FileInfo file, string parameter) : UploadSource(CheckName(file.Name, parameter), CheckLength(file.Length, parameter))
{
    private readonly string _path = file.FullName;
    private readonly DateTime _changed = file.LastWriteTimeUtc;

    protected override bool HasOtherMetadata => new FileInfo(_path) is var now && (!now.Exists || now.Length != Length || now.LastWriteTimeUtc != _changed);

    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static FileUploadSource Create(string path)
    {
        Guard.NotNull(path, nameof(path));
        if (string.IsNullOrWhiteSpace(path))
            throw new ArgumentException("The path must not be empty.", nameof(path));
        var file = new FileInfo(path);
        return file.Exists ? new FileUploadSource(file, nameof(path)) : throw new FileNotFoundException("The file to upload does not exist.", path);
    }

    public override async Task<string> ComputeFingerprintAsync(CancellationToken cancellationToken) =>
        await base.ComputeFingerprintAsync(cancellationToken).ConfigureAwait(false) + "@" + _changed.Ticks.ToString(CultureInfo.InvariantCulture);

    protected override Stream Open() => new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1, useAsync: true);

    protected override void Close(Stream stream) => stream.Dispose();
}

/// <summary>A stream of the caller, which all reads share, one after the other.</summary>
#pragma warning disable CA1001 // a semaphore has no resources to release as long as its wait handle is not used
internal sealed class StreamUploadSource : UploadSource
#pragma warning restore CA1001
{
    private readonly Stream _stream;
    private readonly SemaphoreSlim _lock = new(1);

    private StreamUploadSource(Stream source, string fileName)
        : base(CheckName(fileName, nameof(fileName)), CheckLength(source.Length, nameof(source))) => _stream = source;

    protected override bool HasOtherMetadata => _stream.Length != Length;

    public static StreamUploadSource Create(Stream source, string fileName)
    {
        Guard.NotNull(source, nameof(source));
        Guard.NotNull(fileName, nameof(fileName));
        return source is { CanSeek: true, CanRead: true }
            ? new StreamUploadSource(source, fileName)
            : throw new ArgumentException("The stream must be readable and seekable, because a part may be sent again. Write the data to a file and upload that.", nameof(source));
    }

    protected override Stream Open() => _stream;

    protected override void Close(Stream stream)
    {
    }

    protected override async Task<int> ReadAsync(Stream stream, long offset, byte[] buffer, int count, CancellationToken cancellationToken)
    {
        await _lock.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await base.ReadAsync(stream, offset, buffer, count, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _lock.Release();
        }
    }
}
