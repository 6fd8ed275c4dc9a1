using MapTiler.Emulator;
using Microsoft.Extensions.Configuration;

namespace BulkGeocoding;

/// <summary>Whether there is a credential, and who answers.</summary>
internal static class Credentials
{
    private static readonly string[] Names = ["MapTiler:ApiKey", "MapTiler:ServiceToken", "MAPTILER_API_KEY", "MAPTILER_SERVICE_TOKEN"];

    public static bool Exist(IConfiguration configuration) => Names.Any(name => !string.IsNullOrWhiteSpace(configuration[name]));

    /// <summary>Whom the rows are sent to.</summary>
    public static string Service(IConfiguration configuration) =>
        Exist(configuration) ? configuration["MapTiler:BaseAddress"] ?? "https://api.maptiler.com/" : "the emulator";

    public static IConfiguration Of(MapTilerEmulator emulator) => new ConfigurationBuilder().AddInMemoryCollection(
    [
        new("MapTiler:ApiKey", emulator.ApiKey),
        new("MapTiler:BaseAddress", emulator.BaseAddress.AbsoluteUri),
    ]).Build();
}
