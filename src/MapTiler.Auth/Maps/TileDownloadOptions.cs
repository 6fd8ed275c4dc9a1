namespace MapTiler;

/// <summary>How many tiles are downloaded at the same time, and whom to tell.</summary>
public sealed class TileDownloadOptions
{
    /// <summary>How many requests are under way at the same time, 1 or more.</summary>
    /// <value>The default is 8.</value>
    public int MaxConcurrency { get; set; } = 8;

    /// <summary>Is told after each tile. <see cref="Progress{T}"/> passes it on to the thread that made it.</summary>
    /// <value>The default is <see langword="null"/>.</value>
    public IProgress<TileDownloadProgress>? Progress { get; set; }
}
