namespace MapTiler.Tests;

/// <summary>Sets the environment variables of MapTiler, and restores their values at the end.</summary>
internal sealed class EnvironmentVariables : IDisposable
{
    private static readonly string[] Names = ["MAPTILER_API_KEY", "MAPTILER_SERVICE_TOKEN", "MAPTILER_BASE_ADDRESS", "MAPTILER_SERVICE_BASE_ADDRESS"];

    private readonly string?[] _values = [.. Names.Select(Environment.GetEnvironmentVariable)];

    public EnvironmentVariables(string? apiKey = null, string? serviceToken = null, string? baseAddress = null, string? serviceBaseAddress = null) =>
        Set(apiKey, serviceToken, baseAddress, serviceBaseAddress);

    public void Dispose() => Set(_values);

    private static void Set(params string?[] values)
    {
        foreach (var (name, value) in Names.Zip(values))
            Environment.SetEnvironmentVariable(name, value);
    }
}
