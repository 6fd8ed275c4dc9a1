using System.Diagnostics;
using MapTiler.Emulator;

namespace MapTiler.EndToEndTests.Replicas;

/// <summary>Two replicas behind nginx that share a Redis, and MapTiler.</summary>
internal sealed class Installation : IAsyncDisposable
{
    private const string TilePath = "/tiles/v3/";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("maptiler-replicas-");
    private readonly List<BackgroundProgram> _replicas = [];
    private MapTilerEmulator _emulator = null!;
    private Nginx _nginx = null!;
    private int _lastTile = 4096;

    private Installation() => Redis = new(_folder.FullName);

    public Redis Redis { get; }

    public HttpClient Browser { get; } = new(new SocketsHttpHandler { MaxConnectionsPerServer = 32 }) { Timeout = TimeSpan.FromMinutes(2) };

    /// <summary>Where the replicas listen, as nginx names them.</summary>
    public List<string> Authorities { get; } = [];

    /// <param name="choice">How nginx chooses a replica; in turn if empty.</param>
    /// <param name="hasLocks">Whether the replicas share locks too.</param>
    /// <param name="hasLongTimeouts">Whether the replicas wait for Redis however long it takes on a loaded machine.</param>
    public static async Task<Installation> StartAsync(string choice = "", bool hasLocks = false, bool hasLongTimeouts = true)
    {
        _ = (OtherProgram.PathOf("nginx"), OtherProgram.PathOf("redis-server")); // skips before anything is started
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

    /// <summary>One of 4,096 tiles through nginx.</summary>
    public async Task<TileAnswer> GetAsync(int tile)
    {
        using var answer = await Browser.GetAsync(new Uri(_nginx.Address, "maptiler" + Path(tile)), TestContext.Current.CancellationToken);
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return new((int)answer.StatusCode, string.Join(',', answer.Headers.GetValues(Nginx.AskedHeader)), bytes);
    }

    /// <summary>The same tile from MapTiler.</summary>
    public Task<byte[]> OriginalAsync(int tile) =>
        Browser.GetByteArrayAsync(new Uri(_emulator.BaseAddress, $"{Path(tile)}?key={_emulator.ApiKey}"), TestContext.Current.CancellationToken);

    /// <summary>How often MapTiler was asked for it.</summary>
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

    private static string Path(int tile) => FormattableString.Invariant($"{TilePath}6/{tile % 64}/{tile / 64}.pbf");

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

    /// <summary>On a busy machine the first connection to Redis takes longer than a replica waits, and then it leaves Redis alone for a while.</summary>
    private async Task UntilSharedAsync(Uri replica)
    {
        var known = await Redis.CountAsync();
        var clock = Stopwatch.StartNew();
        while (await Redis.CountAsync() == known && clock.Elapsed < Patience)
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
