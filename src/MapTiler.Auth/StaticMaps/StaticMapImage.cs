namespace MapTiler.StaticMaps;

/// <summary>A map as a picture while it arrives. Dispose it to give the connection back.</summary>
public sealed class StaticMapImage : IDisposable
{
    internal StaticMapImage(MapTilerContent content, IReadOnlyList<PathReduction> paths)
    {
        Content = content;
        Paths = paths;
    }

    /// <summary>The picture: its bytes, what they are, and the extension of their file.</summary>
    public MapTilerContent Content { get; }

    /// <summary>How many points of each path are in the picture.</summary>
    public IReadOnlyList<PathReduction> Paths { get; }

    /// <summary>Reads all bytes of the picture.</summary>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <exception cref="MapTilerException">The connection broke.</exception>
    public Task<byte[]> ReadBytesAsync(CancellationToken cancellationToken = default) => Content.ReadBytesAsync(cancellationToken);

    /// <summary>Gives the connection back.</summary>
    public void Dispose() => Content.Dispose();
}
