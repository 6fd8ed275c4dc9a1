namespace MapTiler.Tiles;

/// <summary>The options of a download of many tiles.</summary>
public sealed class TileDownloadOptions
{
    /// <summary>The maximum number of concurrent requests, 1 or more.</summary>
    /// <value>The default is 8.</value>
    public int MaxConcurrency { get; set; } = 8;

    /// <summary>
    /// The receiver of the progress after each tile. <see cref="Progress{T}"/> raises its event in the synchronization context in which it was created.
    /// </summary>
    /// <value>The default is <see langword="null"/>: the progress is not reported.</value>
    public IProgress<TileDownloadProgress>? Progress { get; set; }
}
