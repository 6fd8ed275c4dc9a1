namespace MapTiler.Service;

/// <summary>A file: each part is a stream of its own.</summary>
internal sealed class FileUploadSource : UploadSource
{
    private readonly string _path;
    private readonly DateTime _changed;

    private FileUploadSource(string path, FileInfo file)
        : base(CheckName(Path.GetFileName(path), nameof(path)), CheckLength(file.Length, nameof(path)))
    {
        _path = path;
        _changed = file.LastWriteTimeUtc;
        Fingerprint = UploadFingerprint.Of(this) + "@" + _changed.Ticks.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static FileUploadSource Of(string path)
    {
        Guard.NotNull(path, nameof(path));
        var file = new FileInfo(path);
        return file.Exists ? new FileUploadSource(file.FullName, file) : throw new FileNotFoundException("There is no such file to upload.", path);
    }

    public override Stream Open(long offset, long length)
    {
        // Others may write: that is noticed and told, instead of locking them out.
        var file = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1, useAsync: true);
        return new RangeStream(file, offset, length, ownsInner: true, gate: null);
    }

    public override bool HasChanged()
    {
        var now = new FileInfo(_path);
        return !now.Exists || now.Length != Length || now.LastWriteTimeUtc != _changed;
    }
}
