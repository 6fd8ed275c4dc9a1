using System.Diagnostics;
using System.Text;

namespace MapTiler.Emulator;

/// <summary>
/// A local stand-in for MapTiler's HTTP services: enforces credentials as the service documents them, answers from open
/// data, records what it was asked, and fails when told to. Starts in milliseconds; many may run in one process.
/// </summary>
[DebuggerDisplay("{BaseAddress}")]
public sealed class MapTilerEmulator : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly CredentialStore _credentials = new();
    private readonly SeededCredentials _seeded;
    private readonly Catalogs _catalogs;
    private readonly UploadFolder _uploadFolder = new();
    private readonly ServiceAccount _account;
    private readonly TimeProvider _time;
    private readonly string _basePath;
    private LocalServer? _api;
    private LocalServer? _service;
    private LocalServer? _uploads;

    private MapTilerEmulator(MapTilerEmulatorOptions options, Gazetteer gazetteer)
    {
        _basePath = options.BasePath;
        _catalogs = new(gazetteer, options.TimeProvider);
        Requests = new(options.JournalCapacity, options.JournalMaxBytes);
        Faults = new(options.Seed);
        _time = options.TimeProvider;
        _seeded = new(options.Seed);
        _account = ServiceAccount.Create(options, new(_credentials, _seeded, options), _catalogs, Uploads, _uploadFolder);
        ApiKey = _seeded.NextApiKey();
        Add(new EmulatedKey(ApiKey) { Name = "default", IsDefault = true });
        ServiceToken = _seeded.ServiceToken();
        AddServiceToken(ServiceToken);
    }

    /// <summary>Stands in for <c>https://api.maptiler.com/</c>.</summary>
    public Uri BaseAddress => new(_api!.Url, _basePath + "/");

    /// <summary>Stands in for <c>https://service.maptiler.com/</c>.</summary>
    public Uri ServiceBaseAddress => _service!.Url;

    /// <summary>Stands in for the storage to which the Service API lets files be sent, part by part.</summary>
    public Uri UploadBaseAddress => _uploads!.Url;

    /// <summary>The default key of the account, called <c>default</c> in the journal. It can be neither restricted nor removed, as the real one.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string ApiKey { get; }

    /// <summary>A service token, called <c>service token</c> in the journal.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string ServiceToken { get; }

    /// <summary>The requests to all addresses.</summary>
    public RequestJournal Requests { get; }

    /// <summary>What goes wrong, at all addresses.</summary>
    public FaultList Faults { get; }

    /// <summary>The files that were sent to the Service API.</summary>
    public UploadList Uploads { get; } = new();

    /// <summary>Starts an emulator. Dispose of it to stop it.</summary>
    /// <param name="options">Ports, clock and the like; null for the defaults.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    /// <exception cref="IOException">A port is taken.</exception>
    public static async Task<MapTilerEmulator> StartAsync(MapTilerEmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new();
        // Loaded before the first request, so that no client runs into its timeout for it.
        var gazetteer = await Task.Run(() => Gazetteer.Shared, cancellationToken).ConfigureAwait(false);
        var emulator = new MapTilerEmulator(options, gazetteer);
        try
        {
            await emulator.ListenAsync(options, cancellationToken).ConfigureAwait(false);
            return emulator;
        }
        catch
        {
            await emulator.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Adds a key that the emulator makes up.</summary>
    /// <param name="name">What the journal calls it.</param>
    /// <param name="origins">See <see cref="EmulatedKey.Origins"/>; null for none.</param>
    /// <param name="userAgent">See <see cref="EmulatedKey.UserAgent"/>.</param>
    public EmulatedKey AddKey(string name, IReadOnlyList<string>? origins = null, string? userAgent = null)
    {
        var key = new EmulatedKey(_seeded.NextApiKey()) { Name = name, Origins = origins ?? [], UserAgent = userAgent };
        Add(key);
        return key;
    }

    /// <summary>Adds a key.</summary>
    /// <param name="key">The key.</param>
    /// <exception cref="ArgumentException">There is such a key already.</exception>
    public void Add(EmulatedKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        _account.Keys.Add(key);
    }

    /// <summary>The keys that exist, in the order in which they were added.</summary>
    public IReadOnlyList<EmulatedKey> Keys => _credentials.Keys;

    /// <summary>What a key has used of the price list in this calendar month (UTC).</summary>
    /// <param name="key">The key.</param>
    /// <returns>Requests, as many as <see cref="RecordedRequest.Cost"/> says for each call.</returns>
    public long GetUsedRequests(EmulatedKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.Account.Used(_time.GetUtcNow());
    }

    /// <summary>Removes a key; from the next request on it is unknown.</summary>
    /// <param name="key">The key as callers send it.</param>
    /// <returns>False if there was no such key.</returns>
    /// <exception cref="InvalidOperationException">It is the default key, which cannot be removed.</exception>
    public bool RemoveKey(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return _account.Keys.Remove(key);
    }

    /// <summary>Adds a service token, for signed requests and for the Service API.</summary>
    /// <param name="token">An id and a hexadecimal secret, joined by one underscore.</param>
    /// <param name="name">What the journal calls it.</param>
    /// <exception cref="ArgumentException"><paramref name="token"/> has another shape.</exception>
    public void AddServiceToken(string token, string name = "service token") => _credentials.Add(ServiceCredential.Parse(token, name));

    /// <summary>Adds a map to those that MapTiler offers to everybody.</summary>
    /// <param name="mapId">The id as it is in URLs, decoded; the ids of maps of an account are UUIDs.</param>
    public void AddMap(string mapId)
    {
        ArgumentException.ThrowIfNullOrEmpty(mapId);
        _catalogs.Maps.Add(mapId);
    }

    /// <summary>Adds a map with a style, or replaces the style of a map.</summary>
    /// <param name="mapId">The id as it is in URLs, decoded; the ids of maps of an account are UUIDs.</param>
    /// <param name="styleJson">
    /// The style. Links in its sources, glyphs and sprites that begin with <c>https://api.maptiler.com/</c> point to the emulator in the
    /// responses, and the value of their parameter <c>key</c> is the key of the caller. Raster tiles do not depend on it.
    /// </param>
    /// <exception cref="System.Text.Json.JsonException"><paramref name="styleJson"/> is not a JSON object.</exception>
    public void AddMap(string mapId, string styleJson)
    {
        ArgumentException.ThrowIfNullOrEmpty(mapId);
        ArgumentNullException.ThrowIfNull(styleJson);
        _catalogs.Maps.Styles.Set(mapId, styleJson);
        _catalogs.Maps.Add(mapId);
    }

    /// <summary>Adds a tile set, or replaces the one with its id. If that is a UUID, the Service API knows it, too.</summary>
    /// <param name="tileset">The tile set.</param>
    public void Add(EmulatedTileset tileset)
    {
        ArgumentNullException.ThrowIfNull(tileset);
        _account.Tilesets.Add(tileset);
    }

    /// <summary>Puts one tile in the place of what a tile set, built in or added, has there.</summary>
    /// <param name="tilesetId">The id as it stands in URLs, decoded.</param>
    /// <param name="z">The zoom.</param>
    /// <param name="x">The column, from the west.</param>
    /// <param name="y">The row, from the north.</param>
    /// <param name="content">The body of the response, which may be empty.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such tile at this zoom, or no such zoom.</exception>
    public void AddTile(string tilesetId, int z, int x, int y, byte[] content)
    {
        ArgumentException.ThrowIfNullOrEmpty(tilesetId);
        ArgumentNullException.ThrowIfNull(content);
        _catalogs.Tilesets.AddTile(tilesetId, TileCoordinate.Create(z, x, y), content);
    }

    /// <summary>Adds an image, or replaces the one with its id.</summary>
    /// <param name="image">The image.</param>
    public void Add(EmulatedImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        _catalogs.Images.Add(image);
    }

    /// <summary>Adds a place that searches find.</summary>
    /// <param name="place">The place. The same one may be added twice, which makes two.</param>
    /// <returns>Its id, for a look-up, e.g. <c>poi.2000000000</c>.</returns>
    public string Add(EmulatedPlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return _catalogs.Places.Add(place);
    }

    /// <summary>Adds a dataset, or replaces the one with its id.</summary>
    /// <param name="dataId">The id as it stands in URLs, decoded; the service's own are UUIDs.</param>
    /// <param name="geoJson">What <c>features.json</c> answers.</param>
    public void AddDataset(string dataId, string geoJson)
    {
        ArgumentNullException.ThrowIfNull(geoJson);
        var bytes = Encoding.UTF8.GetBytes(geoJson);
        AddDataset(dataId, () => new MemoryStream(bytes, writable: false));
    }

    /// <summary>Adds a dataset that is too large to hold, or replaces the one with its id.</summary>
    /// <param name="dataId">The id as it stands in URLs, decoded; the service's own are UUIDs.</param>
    /// <param name="open">
    /// Opens a stream for each request, from which the response is sent while it is read. The length is told to the caller if
    /// the stream can seek.
    /// </param>
    public void AddDataset(string dataId, Func<Stream> open)
    {
        ArgumentException.ThrowIfNullOrEmpty(dataId);
        ArgumentNullException.ThrowIfNull(open);
        _catalogs.Datasets.Add(dataId, open);
    }

    /// <summary>Stops listening, breaks off what is in progress and deletes what was uploaded.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_stopping.IsCancellationRequested)
            return;
        await _stopping.CancelAsync().ConfigureAwait(false);
        if (_api is not null)
            await _api.DisposeAsync().ConfigureAwait(false);
        if (_service is not null)
            await _service.DisposeAsync().ConfigureAwait(false);
        if (_uploads is not null)
            await _uploads.DisposeAsync().ConfigureAwait(false);
        _uploadFolder.Dispose();
        Requests.Close();
    }

    private async Task ListenAsync(MapTilerEmulatorOptions options, CancellationToken cancellationToken)
    {
        var partUrls = new PartUrls(() => UploadBaseAddress.Port, options.PartUrlLifetime, options.TimeProvider);
        var quota = new QuotaRules(options);
        var api = new ApiHandler(new(_credentials, quota), quota, ApiEndpoints.Of(_catalogs, options.TimeProvider));
        _uploads = await ListenAsync(options.UploadPort, new UploadHandler(partUrls, _account.Ingests, options.TimeProvider)).ConfigureAwait(false);
        _api = await ListenAsync(options.Port, api, new(options.LandingPage, new(this, _time), api), _basePath).ConfigureAwait(false);
        _service = await ListenAsync(
            options.ServicePort,
            new ServiceHandler(_credentials, ServiceRoutes.Of(_account, Requests, partUrls, options.TimeProvider))).ConfigureAwait(false);

        Task<LocalServer> ListenAsync(int port, RequestHandler front, LandingPageHandler? landingPage = null, string basePath = "") =>
            LocalServer.StartAsync(options.ListenAddress, port, Processor(front, landingPage, basePath), cancellationToken);

        RequestProcessor Processor(RequestHandler front, LandingPageHandler? landingPage, string basePath) =>
            new(front, Requests, Faults, new(Requests, options.TimeProvider), options.TimeProvider, options.Latency, _stopping.Token, landingPage, basePath);
    }
}
