namespace MapTiler.Tests.Urls;

/// <summary>One row: a documented path, the method that requests it, a call of the method, and the requested path without the key.</summary>
internal sealed record ClientUrl(string Path, string Method, Func<MapTilerClient, CancellationToken, Task> Call, string Expected)
{
    /// <summary>Whether the method requests this path only if the first one does not exist.</summary>
    public bool FirstIsAbsent { get; init; }
}
