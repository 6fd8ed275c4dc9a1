using MapTiler;
using MapTiler.Emulator;
using MapTiler.Geocoding;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BulkGeocoding;

/// <summary>MapTiler if there is a credential, else an emulator of its own.</summary>
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

    /// <exception cref="UsageException">The configuration of MapTiler is wrong.</exception>
    public static async Task<Connection> OpenAsync(IConfiguration configuration, Terminal terminal)
    {
        var emulator = Credentials.Exist(configuration) ? null : await MapTilerEmulator.StartAsync();
        if (emulator is not null)
        {
            terminal.Error.WriteLine(
                "There is no MapTiler key, so a local emulator answers; it knows towns, no streets. For the real service set MAPTILER_API_KEY, " +
                "or: dotnet user-secrets set MapTiler:ApiKey <key> --project samples/BulkGeocoding");
        }

        var connection = new Connection(emulator is null ? configuration : Credentials.Of(emulator), emulator);
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
