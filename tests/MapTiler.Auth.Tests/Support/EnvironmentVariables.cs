namespace MapTiler.Tests;

/// <summary>Sets the environment variables of MapTiler, and restores their values at the end.</summary>
internal sealed class EnvironmentVariables : IDisposable
{
    private const string ApiKey = "MAPTILER_API_KEY";
    private const string ServiceToken = "MAPTILER_SERVICE_TOKEN";

    private readonly string? _apiKey = Environment.GetEnvironmentVariable(ApiKey);
    private readonly string? _serviceToken = Environment.GetEnvironmentVariable(ServiceToken);

    public EnvironmentVariables(string? apiKey = null, string? serviceToken = null) => Set(apiKey, serviceToken);

    public void Dispose() => Set(_apiKey, _serviceToken);

    private static void Set(string? apiKey, string? serviceToken)
    {
        Environment.SetEnvironmentVariable(ApiKey, apiKey);
        Environment.SetEnvironmentVariable(ServiceToken, serviceToken);
    }
}
