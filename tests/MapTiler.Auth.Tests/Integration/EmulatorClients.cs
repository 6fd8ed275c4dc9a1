using MapTiler.Emulator;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Integration;

internal static class EmulatorClients
{
    /// <summary>Services whose clients call the emulator, by its key unless told otherwise.</summary>
    public static ServiceProvider Services(this MapTilerEmulator emulator, Action<MapTilerOptions>? options = null, Action<IMapTilerBuilder>? configure = null, Action<IServiceCollection>? before = null) =>
        Clients.Services(emulator.BaseAddress, configure, o =>
        {
            o.ApiKey = emulator.ApiKey;
            o.ServiceBaseAddress = emulator.ServiceBaseAddress;
            options?.Invoke(o);
        }, before);
}
