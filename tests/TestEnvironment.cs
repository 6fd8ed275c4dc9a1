using System.Runtime.CompilerServices;

namespace MapTiler.Tests;

/// <summary>Keeps the settings of a developer's machine out of the tests and of the programs that they start.</summary>
internal static class TestEnvironment
{
    [ModuleInitializer]
    internal static void Prepare()
    {
        foreach (var name in Environment.GetEnvironmentVariables().Keys.Cast<string>().ToList())
        {
            if (name is "MAPTILER_API_KEY" or "MAPTILER_SERVICE_TOKEN" || name.StartsWith("MapTiler__", StringComparison.OrdinalIgnoreCase))
                Environment.SetEnvironmentVariable(name, null);
        }

        // A proxy cannot reach the servers of a test.
        foreach (var name in (string[])["no_proxy", "NO_PROXY"])
            Environment.SetEnvironmentVariable(name, string.Join(',', new[] { Environment.GetEnvironmentVariable(name), "127.0.0.1", "localhost" }.Where(host => !string.IsNullOrEmpty(host))));
    }
}
