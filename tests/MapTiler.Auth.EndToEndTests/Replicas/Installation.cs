using System.Diagnostics;
using MapTiler.Emulator;

namespace MapTiler.EndToEndTests.Replicas;

/// <summary>Two replicas behind nginx that share a Redis and request tiles from an emulator.</summary>
internal sealed class Installation : IAsyncDisposable
{
    private const string TilePath = "/tiles/v3/";
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("maptiler-replicas-");
    private readonly List<BackgroundProgram> _replicas = [];
    private MapTilerEmulator _emulator = null!;
    private Nginx _nginx = null!;
    private int _lastTile = 16_384;

    private Installation() => Redis = new(_folder.FullName);

    public Redis Redis { get; }

    public HttpClient Browser { get; } = new(new SocketsHttpHandler { MaxConnectionsPerServer = 32 }) { Timeout = TimeSpan.FromMinutes(2) };

    /// <summary>The authorities of the replicas, as nginx writes them to <see cref="Nginx.UpstreamHeader"/>.</summary>
    public List<string> Authorities { get; } = [];

    /// <param name="choice">The directive by which nginx chooses a replica; round robin if empty.</param>
    /// <param name="hasLocks">Whether the replicas share locks.</param>
    /// <param name="hasLongTimeouts">Whether the timeouts of Redis are so long that a loaded machine does not reach them.</param>
    public static async Task<Installation> StartAsync(string choice = "", bool hasLocks = false, bool hasLongTimeouts = true)
    {
        _ = (OtherProgram.PathOf("nginx"), OtherProgram.PathOf("redis-server")); // skips the test before anything is started
        var installation = new Installation();
        try
        {
            await installation.StartPartsAsync(choice, hasLocks, hasLongTimeouts);
            return installation;
        }
        catch
        {
            await installation.DisposeAsync();
            throw;
        }
    }

    /// <summary>Requests one of 16,384 tiles through nginx.</summary>
    public async Task<TileResponse> GetAsync(int tile)
    {
        using var response = await Browser.GetAsync(new Uri(_nginx.Address, "maptiler" + Path(tile)), TestContext.Current.CancellationToken);
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return new((int)response.StatusCode, string.Join(',', response.Headers.GetValues(Nginx.UpstreamHeader)), bytes);
    }

    /// <summary>Requests the same tile from the emulator.</summary>
    public Task<byte[]> OriginalAsync(int tile) =>
        Browser.GetByteArrayAsync(new Uri(_emulator.BaseAddress, $"{Path(tile)}?key={_emulator.ApiKey}"), TestContext.Current.CancellationToken);

    /// <summary>The number of requests for the tile that the emulator received.</summary>
    public int Fetches(int tile) => _emulator.Requests.Count(request => request.Path == Path(tile));

    public Task KillReplicaAsync(int index) => _replicas[index].KillAsync();

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        if (_nginx is not null)
            await _nginx.DisposeAsync();
        foreach (var replica in _replicas)
            await replica.DisposeAsync();
        await Redis.DisposeAsync();
        if (_emulator is not null)
            await _emulator.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static string Path(int tile) => FormattableString.Invariant($"{TilePath}7/{tile % 128}/{tile / 128}.pbf");

    private async Task StartPartsAsync(string choice, bool hasLocks, bool hasLongTimeouts)
    {
        await Redis.StartAsync();
        _emulator = await MapTilerEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        _replicas.AddRange([StartReplica(hasLocks, hasLongTimeouts), StartReplica(hasLocks, hasLongTimeouts)]);
        var addresses = new List<Uri>();
        foreach (var replica in _replicas)
            addresses.Add(new Uri(await replica.FirstLine ?? throw new InvalidOperationException("A replica did not start.")));
        Authorities.AddRange(addresses.Select(address => address.Authority));
        foreach (var address in addresses)
            await UntilSharedAsync(address);
        _nginx = await Nginx.StartAsync(_folder.FullName, addresses, choice);
    }

    /// <summary>
    /// Requests tiles until the replica has stored one in Redis. On a loaded machine the first connection to Redis can take longer than
    /// the timeout of the replica, which then does not use Redis for a while.
    /// </summary>
    private async Task UntilSharedAsync(Uri replica)
    {
        var before = await Redis.CountAsync();
        var clock = Stopwatch.StartNew();
        while (await Redis.CountAsync() == before && clock.Elapsed < Timeout)
            _ = await Browser.GetByteArrayAsync(new Uri(replica, "maptiler" + Path(--_lastTile)), TestContext.Current.CancellationToken);
    }

    private BackgroundProgram StartReplica(bool hasLocks, bool hasLongTimeouts) => BackgroundProgram.Start("dotnet",
    [
        System.IO.Path.Combine(AppContext.BaseDirectory, "MapTiler.Auth.BrowserReplica.dll"),
        "--urls", "http://127.0.0.1:0",
        $"--ConnectionStrings:Redis={Redis.Configuration}{(hasLongTimeouts ? ",asyncTimeout=100000,connectTimeout=100000" : "")}",
        .. hasLongTimeouts ? ["--LongTimeouts=true"] : Array.Empty<string>(),
        .. hasLocks ? [$"--ConnectionStrings:Locks={Redis.Configuration},abortConnect=false"] : Array.Empty<string>(),
        $"--MapTiler:ServiceToken={_emulator.ServiceToken}",
        $"--MapTiler:BaseAddress={_emulator.BaseAddress}",
        "--MapTiler:BrowserMaps:PublicUrl=https://maps.example/",
        "--MapTiler:BrowserMaps:Tilesets:0=v3",
        "--MapTiler:BrowserMaps:Mode=Proxy",
        "--MapTiler:BrowserMaps:CacheSize=64000000",
    ]);
}
