namespace MapTiler.Benchmarks.Browser;

/// <summary>A folder in memory where there is one, so that no disk counts.</summary>
internal sealed class MemoryFolder : IDisposable
{
    private const string Shared = "/dev/shm";

    public string Path { get; } = Directory.CreateDirectory(System.IO.Path.Combine(Directory.Exists(Shared) ? Shared : System.IO.Path.GetTempPath(), "maptiler-" + Guid.NewGuid().ToString("N"))).FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
