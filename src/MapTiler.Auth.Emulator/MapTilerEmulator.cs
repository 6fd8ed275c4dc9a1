using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MapTiler.Emulator.Authentication;
using MapTiler.Emulator.Geocoding;
using MapTiler.Emulator.Hosting;
using MapTiler.Emulator.LandingPage;
using MapTiler.Emulator.Service;
using MapTiler.Emulator.Service.Datasets;
using MapTiler.Emulator.Tiles;

namespace MapTiler.Emulator;

/// <summary>A local server that responds like the HTTP services of MapTiler, for tests and demos without a network or an account.</summary>
/// <remarks>
/// It accepts and rejects credentials as MapTiler documents, returns data from open sources, records all requests in <see
/// cref="Requests"/>, and fails on request with <see cref="Faults"/>. Several emulators can run in one process.
/// </remarks>
/// <example>
/// <code>
/// await using var emulator = await MapTilerEmulator.StartAsync();
/// using var client = new HttpClient { BaseAddress = emulator.BaseAddress };
/// var json = await client.GetStringAsync($"geocoding/Zurich.json?key={emulator.ApiKey}");
/// </code>
/// </example>
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
    private readonly X509Certificate2? _certificate;
    private LocalServer? _api;
    private LocalServer? _service;
    private LocalServer? _uploads;

    private MapTilerEmulator(MapTilerEmulatorOptions options, Gazetteer gazetteer)
    {
        _basePath = options.BasePath;
        _certificate = options.UseHttps ? ServerCertificate.Create(options.ListenAddress) : null;
        Certificate = _certificate is null ? null : X509CertificateLoader.LoadCertificate(_certificate.RawData);
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

    /// <summary>The URL that replaces <c>https://api.maptiler.com/</c>. It ends with a slash.</summary>
    public Uri BaseAddress => new(_api!.Url, _basePath + "/");

    /// <summary>The URL that replaces <c>https://service.maptiler.com/</c>. It ends with a slash.</summary>
    public Uri ServiceBaseAddress => _service!.Url;

    /// <summary>The URL of the storage to which clients send the parts of an upload. It ends with a slash.</summary>
    public Uri UploadBaseAddress => _uploads!.Url;

    /// <summary>
    /// The certificate of the server if <see cref="MapTilerEmulatorOptions.UseHttps"/> is true, otherwise null. It is created at the start and
    /// is valid for <c>localhost</c>, the loopback addresses, the name of the computer, and the IP address to listen on. Clients must trust it.
    /// It does not contain the private key.
    /// </summary>
    /// <example>
    /// <code>
    /// using var client = new HttpClient(new SocketsHttpHandler
    /// {
    ///     SslOptions = { CertificateChainPolicy = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { emulator.Certificate! }, RevocationMode = X509RevocationMode.NoCheck } },
    /// });
    /// </code>
    /// </example>
    public X509Certificate2? Certificate { get; }

    /// <summary>
    /// The default key of the account, named <c>default</c>. Like the default key of a MapTiler Cloud account, it can be neither
    /// restricted nor removed.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string ApiKey { get; }

    /// <summary>A service token, named <c>service token</c>, for signed requests and for the Service API.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string ServiceToken { get; }

    /// <summary>The requests to all URLs of the emulator except those of its landing page.</summary>
    public RequestJournal Requests { get; }

    /// <summary>The faults that apply to requests to all URLs of the emulator except those of its landing page.</summary>
    public FaultList Faults { get; }

    /// <summary>The files that clients upload with the Service API.</summary>
    public UploadList Uploads { get; } = new();

    /// <summary>Starts an emulator. To stop it, dispose it.</summary>
    /// <param name="options">The options, such as ports and clock; null for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the start.</param>
    /// <returns>The emulator, which already accepts requests.</returns>
    /// <exception cref="IOException">A port is in use.</exception>
    /// <exception cref="PlatformNotSupportedException">The process runs in the globalization-invariant mode, in which names of places cannot be compared.</exception>
    public static async Task<MapTilerEmulator> StartAsync(MapTilerEmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new();
        if (!NameFolding.IsSupported)
            throw new PlatformNotSupportedException("The emulator compares names of places with ICU, which the globalization-invariant mode switches off. Install ICU, such as the package icu-libs of Alpine Linux, and set DOTNET_SYSTEM_GLOBALIZATION_INVARIANT to false, or InvariantGlobalization in the project.");
        // Loaded here so that the first request does not time out.
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

    /// <summary>Adds an API key whose value the emulator creates.</summary>
    /// <param name="name">The name of the key, see <see cref="EmulatedKey.Name"/>.</param>
    /// <param name="origins">
    /// The domains that can use the key, see <see cref="EmulatedKey.Origins"/>; null or empty for all clients.
    /// </param>
    /// <param name="userAgent">
    /// The string that the header <c>User-Agent</c> must contain, see <see cref="EmulatedKey.UserAgent"/>; null for all clients.
    /// </param>
    /// <returns>The key.</returns>
    /// <exception cref="ArgumentException">A rule in <paramref name="origins"/> is not valid.</exception>
    public EmulatedKey AddKey(string name, IReadOnlyList<string>? origins = null, string? userAgent = null)
    {
        var key = new EmulatedKey(_seeded.NextApiKey()) { Name = name, Origins = origins ?? [], UserAgent = userAgent };
        Add(key);
        return key;
    }

    /// <summary>Adds an API key.</summary>
    /// <param name="key">The key.</param>
    /// <exception cref="ArgumentException">The emulator already has a key with the same value.</exception>
    public void Add(EmulatedKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        _account.Keys.Add(key);
    }

    /// <summary>The API keys that exist at this moment, in the order in which they were added.</summary>
    public IReadOnlyList<EmulatedKey> Keys => _credentials.Keys;

    /// <summary>
    /// Returns the number of requests that a key has used in the current calendar month (UTC), counted as in MapTiler's price list.
    /// </summary>
    /// <param name="key">The key.</param>
    /// <returns>The sum of <see cref="RecordedRequest.Cost"/> over the calls of the month.</returns>
    public long GetUsedRequests(EmulatedKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.Account.Used(_time.GetUtcNow());
    }

    /// <summary>Removes an API key. The next request with the key fails with 403.</summary>
    /// <param name="key">The value of the key.</param>
    /// <returns>True if the key was removed; false if there is no such key.</returns>
    /// <exception cref="InvalidOperationException">The key is the default key, which cannot be removed.</exception>
    public bool RemoveKey(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return _account.Keys.Remove(key);
    }

    /// <summary>Adds a service token for signed requests and for the Service API.</summary>
    /// <param name="token">The token: an id and a hexadecimal secret, separated by one underscore.</param>
    /// <param name="name">The name of the token in <see cref="RecordedRequest.KeyName"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="token"/> does not have this format.</exception>
    public void AddServiceToken(string token, string name = "service token") => _credentials.Add(ServiceCredential.Parse(token, name));

    /// <summary>Adds a map to those that MapTiler offers to all accounts. It has the style of <c>streets-v4</c>.</summary>
    /// <param name="mapId">The id of the map, not percent-encoded. The ids of maps in MapTiler Cloud are UUIDs.</param>
    /// <exception cref="ArgumentException"><paramref name="mapId"/> is empty.</exception>
    public void AddMap(string mapId)
    {
        ArgumentException.ThrowIfNullOrEmpty(mapId);
        _catalogs.Maps.Add(mapId);
    }

    /// <summary>Adds a map with a style, or replaces the style of a map.</summary>
    /// <param name="mapId">The id of the map, not percent-encoded. The ids of maps in MapTiler Cloud are UUIDs.</param>
    /// <param name="styleJson">
    /// The style. In the responses, URLs in its sources, glyphs and sprites that begin with <c>https://api.maptiler.com/</c> point to
    /// the emulator, and the value of their parameter <c>key</c> is the key of the request. The style has no influence on raster tiles.
    /// </param>
    /// <exception cref="ArgumentException"><paramref name="mapId"/> is empty.</exception>
    /// <exception cref="System.Text.Json.JsonException"><paramref name="styleJson"/> is not a JSON object.</exception>
    public void AddMap(string mapId, string styleJson)
    {
        ArgumentException.ThrowIfNullOrEmpty(mapId);
        ArgumentNullException.ThrowIfNull(styleJson);
        _catalogs.Maps.Styles.Set(mapId, styleJson);
        _catalogs.Maps.Add(mapId);
    }

    /// <summary>
    /// Adds a tileset, or replaces the tileset with the same id. If the id is a UUID, the Service API lists the tileset too.
    /// </summary>
    /// <param name="tileset">The tileset.</param>
    public void Add(EmulatedTileset tileset)
    {
        ArgumentNullException.ThrowIfNull(tileset);
        _account.Tilesets.Add(tileset);
    }

    /// <summary>Adds a tile to a tileset, or replaces a tile. The tileset can be one of MapTiler or one that was added.</summary>
    /// <param name="tilesetId">The id of the tileset, not percent-encoded.</param>
    /// <param name="z">The zoom level.</param>
    /// <param name="x">The column, counted from the west.</param>
    /// <param name="y">The row, counted from the north.</param>
    /// <param name="content">The body of the response. It can be empty.</param>
    /// <exception cref="ArgumentException"><paramref name="tilesetId"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no tile with these coordinates.</exception>
    public void AddTile(string tilesetId, int z, int x, int y, byte[] content)
    {
        ArgumentException.ThrowIfNullOrEmpty(tilesetId);
        ArgumentNullException.ThrowIfNull(content);
        _catalogs.Tilesets.AddTile(tilesetId, TileCoordinate.Create(z, x, y), content);
    }

    /// <summary>Adds an image, or replaces the image with the same id.</summary>
    /// <param name="image">The image.</param>
    public void Add(EmulatedImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        _catalogs.Images.Add(image);
    }

    /// <summary>Adds a place to the results of geocoding.</summary>
    /// <param name="place">The place. If the same object is added twice, the emulator has two places.</param>
    /// <returns>The id of the place for a search by id, such as <c>poi.2000000000</c>.</returns>
    public string Add(EmulatedPlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return _catalogs.Places.Add(place);
    }

    /// <summary>Adds a dataset, or replaces the dataset with the same id.</summary>
    /// <param name="dataId">The id of the dataset, not percent-encoded. The ids of datasets in MapTiler Cloud are UUIDs.</param>
    /// <param name="geoJson">The body of the response of <c>features.json</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="dataId"/> is empty.</exception>
    public void AddDataset(string dataId, string geoJson)
    {
        ArgumentNullException.ThrowIfNull(geoJson);
        var bytes = Encoding.UTF8.GetBytes(geoJson);
        AddDataset(dataId, () => new MemoryStream(bytes, writable: false));
    }

    /// <summary>Adds a dataset that does not fit into memory, or replaces the dataset with the same id.</summary>
    /// <param name="dataId">The id of the dataset, not percent-encoded. The ids of datasets in MapTiler Cloud are UUIDs.</param>
    /// <param name="open">
    /// Returns a new stream for each request. The emulator sends the response while it reads the stream, and disposes the stream. The
    /// response has a <c>Content-Length</c> if the stream can seek.
    /// </param>
    /// <exception cref="ArgumentException"><paramref name="dataId"/> is empty.</exception>
    public void AddDataset(string dataId, Func<Stream> open)
    {
        ArgumentException.ThrowIfNullOrEmpty(dataId);
        ArgumentNullException.ThrowIfNull(open);
        _catalogs.Datasets.Add(dataId, open);
    }

    /// <summary>Stops the emulator, closes all connections, and deletes all uploaded files.</summary>
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
        _certificate?.Dispose();
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
            LocalServer.StartAsync(options.ListenAddress, port, _certificate, Processor(front, landingPage, basePath), cancellationToken);

        RequestProcessor Processor(RequestHandler front, LandingPageHandler? landingPage, string basePath) =>
            new(front, Requests, Faults, new(Requests, options.TimeProvider), options.TimeProvider, options.Latency, _stopping.Token, landingPage, basePath);
    }
}
