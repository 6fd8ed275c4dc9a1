namespace MapTiler;

/// <summary>One endpoint of the service, as telemetry, errors and tests name it.</summary>
/// <param name="Template">The path with its parameters in braces.</param>
/// <param name="Cost">Requests that the price table counts for one call or one item of a batch.</param>
/// <param name="BatchLimit">How many items one call takes.</param>
/// <param name="IsPage">Whether the stream of the answer may be text, and not only a picture or a tile.</param>
/// <param name="Method">The method of HTTP.</param>
/// <param name="HoldsSecrets">Whether the answer holds keys or addresses to which anybody may upload, so that no part of it is ever quoted.</param>
internal sealed record Endpoint(string Template, int Cost, int BatchLimit = 1, bool IsPage = false, string Method = "GET", bool HoldsSecrets = false)
{
    public string ActivityName { get; } = Method + " " + Template;
}
