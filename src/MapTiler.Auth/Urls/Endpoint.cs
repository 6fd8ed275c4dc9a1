namespace MapTiler;

/// <summary>An endpoint of the service, for telemetry, errors and tests.</summary>
/// <param name="Template">The path with its parameters in braces.</param>
/// <param name="Cost">The number of requests that MapTiler bills for a call, or for each item of a batch.</param>
/// <param name="BatchLimit">The maximum number of items in a request.</param>
/// <param name="IsPage">Whether a streamed response can be text, and not only an image or a tile.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="HoldsSecrets">Whether the response contains API keys or upload URLs, so that it must not be part of an error message.</param>
internal sealed record Endpoint(string Template, int Cost, int BatchLimit = 1, bool IsPage = false, string Method = "GET", bool HoldsSecrets = false)
{
    public string ActivityName { get; } = Method + " " + Template;
}
