namespace MapTiler.Tests.Urls;

/// <summary>One line of the golden table: a call, and the path and query that MapTiler documents for it.</summary>
/// <param name="Method">The method of <see cref="MapTilerUrlBuilder"/>.</param>
/// <param name="Build">The call.</param>
/// <param name="Expected">Path and query, without credential.</param>
/// <param name="Fragment">What follows the credential.</param>
internal sealed record UrlCase(string Method, Func<MapTilerUrlBuilder, Uri> Build, string Expected, string Fragment = "")
{
    /// <summary>Whether the service requires no credential, so that the URL has none.</summary>
    public bool IsPublic { get; init; }
}
