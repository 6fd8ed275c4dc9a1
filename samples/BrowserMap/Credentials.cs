using MapTiler.Emulator;

namespace BrowserMap;

/// <summary>Uses MapTiler if the configuration or the environment contains a credential, and otherwise the emulator.</summary>
internal static class Credentials
{
    private static readonly string[] Names = ["MapTiler:ApiKey", "MapTiler:ServiceToken", "MAPTILER_API_KEY", "MAPTILER_SERVICE_TOKEN"];

    public static bool Exist(IConfiguration configuration) => Names.Any(name => !string.IsNullOrWhiteSpace(configuration[name]));

    public static void Use(this IConfigurationManager configuration, MapTilerEmulator emulator) => configuration.AddInMemoryCollection(
    [
        new("MapTiler:ServiceToken", emulator.ServiceToken),
        new("MapTiler:BaseAddress", emulator.BaseAddress.AbsoluteUri),
    ]);
}
