namespace MapTiler.Tests.Urls;

/// <summary>One row: a documented path, the method that asks it, a call of it, and what goes to the transport without the key.</summary>
internal sealed record ClientUrl(string Path, string Method, Func<MapTilerClient, CancellationToken, Task> Call, string Expected)
{
    /// <summary>Whether the method asks this path only where the service does not have the first one.</summary>
    public bool FirstIsAbsent { get; init; }
}
