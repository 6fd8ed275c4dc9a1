using MapTiler.Emulator;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests;

internal static class EmulatorClients
{
    /// <summary>Services whose clients call the emulator, by default with its key, and with timeouts that a loaded machine does not reach.</summary>
    public static ServiceProvider Services(this MapTilerEmulator emulator, Action<MapTilerOptions>? options = null, Action<MapTilerBuilder>? configure = null, Action<IServiceCollection>? before = null) =>
        Clients.Services(emulator.BaseAddress, builder =>
        {
            builder.ConfigureResilience(r => (r.AttemptTimeout, r.TotalTimeout) = (TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10)));
            configure?.Invoke(builder);
        }, o =>
        {
            o.ApiKey = emulator.ApiKey;
            o.ServiceBaseAddress = emulator.ServiceBaseAddress;
            options?.Invoke(o);
        }, before);
}
