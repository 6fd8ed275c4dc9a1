namespace MapTiler.Service;

/// <summary>The data of an upload: their parts can be read again, and a change of them is noticed.</summary>
internal abstract class UploadSource(string filename, long length)
{
    private const int MaxNameBytes = 255;

    public string Filename { get; } = filename;

    public long Length { get; } = length;

    /// <summary>Tells these data from others of the same name and length, as well as a look at both ends can.</summary>
    public string Fingerprint { get; protected set; } = "";

    /// <summary>A stream over a part. It ends early if the data do.</summary>
    public abstract Stream Open(long offset, long length);

    /// <summary>Whether the data are no longer those with which the upload began.</summary>
    public abstract bool HasChanged();

    public static string CheckName(string filename, string parameter)
    {
        if (string.IsNullOrWhiteSpace(filename))
            throw new ArgumentException("The name of the file is empty; the service tells the format by it.", parameter);
        return System.Text.Encoding.UTF8.GetByteCount(filename) <= MaxNameBytes
            ? filename
            : throw new ArgumentException($"The name of a file has at most {MaxNameBytes} bytes.", parameter);
    }

    public static long CheckLength(long length, string parameter) =>
        length > 0 ? length : throw new ArgumentException("There are no data: the length is 0.", parameter);
}
