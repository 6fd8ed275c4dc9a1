namespace MapTiler.Emulator;

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
