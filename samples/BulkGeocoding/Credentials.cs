using MapTiler.Emulator;
using Microsoft.Extensions.Configuration;

namespace BulkGeocoding;

/// <summary>Reads the credential from the configuration.</summary>
internal static class Credentials
{
    private static readonly string[] Names = ["MapTiler:ApiKey", "MapTiler:ServiceToken", "MAPTILER_API_KEY", "MAPTILER_SERVICE_TOKEN"];

    public static bool Exist(IConfiguration configuration) => Names.Any(name => !string.IsNullOrWhiteSpace(configuration[name]));

    /// <summary>Returns the name of the service to which the rows are sent.</summary>
    public static string ServiceName(IConfiguration configuration) =>
        Exist(configuration) ? configuration["MapTiler:BaseAddress"] ?? "https://api.maptiler.com/" : "the emulator";

    public static IConfiguration FromEmulator(MapTilerEmulator emulator) => new ConfigurationBuilder().AddInMemoryCollection(
    [
        new("MapTiler:ApiKey", emulator.ApiKey),
        new("MapTiler:BaseAddress", emulator.BaseAddress.AbsoluteUri),
    ]).Build();
}
