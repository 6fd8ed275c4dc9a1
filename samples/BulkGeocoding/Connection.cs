using MapTiler;
using MapTiler.Emulator;
using MapTiler.Geocoding;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BulkGeocoding;

/// <summary>A connection to MapTiler if a credential is configured, and otherwise to an emulator that it starts.</summary>
internal sealed class Connection : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly MapTilerEmulator? _emulator;

    private Connection(IConfiguration configuration, MapTilerEmulator? emulator)
    {
        _emulator = emulator;
        _services = new ServiceCollection().AddSingleton(configuration).AddMapTiler().Services.BuildServiceProvider();
    }

    public GeocodingClient Geocoding => _services.GetRequiredService<GeocodingClient>();

    /// <exception cref="UsageException">The configuration of MapTiler is not valid.</exception>
    public static async Task<Connection> OpenAsync(IConfiguration configuration, Terminal terminal)
    {
        var emulator = Credentials.Exist(configuration) ? null : await MapTilerEmulator.StartAsync();
        if (emulator is not null)
        {
            terminal.Error.WriteLine(
                "No MapTiler key is configured, so a local emulator is used. It finds towns, but no streets. For the real service set MAPTILER_API_KEY, " +
                "or: dotnet user-secrets set MapTiler:ApiKey <key> --project samples/BulkGeocoding");
        }

        var connection = new Connection(emulator is null ? configuration : Credentials.FromEmulator(emulator), emulator);
        try
        {
            _ = connection._services.GetRequiredService<IOptions<MapTilerOptions>>().Value;
            return connection;
        }
        catch (OptionsValidationException e)
        {
            await connection.DisposeAsync();
            throw new UsageException(e.Message, e);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_emulator is not null)
            await _emulator.DisposeAsync();
    }
}
