using System.Diagnostics;
using MapTiler.Authentication;

namespace MapTiler;

/// <summary>
/// Builds the URLs of the <see href="https://docs.maptiler.com/cloud/api/">MapTiler API</see>: without a credential, with an API key, or
/// signed with a service token.
/// </summary>
/// <remarks>
/// Numbers are formatted independent of the culture, and strings are escaped. A builder sends no requests. It is immutable and thread-safe.
/// </remarks>
/// <example>
/// <code>
/// var urls = new MapTilerUrlBuilder(apiKey);
/// Uri page = urls.MapViewer("streets-v4", new MapView(LngLat.FromLatLng(47.3769, 8.5417), zoom: 12));
/// </code>
/// </example>
public sealed partial class MapTilerUrlBuilder
{
    private readonly Uri _baseAddress;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string? _apiKey;

    private readonly ServiceToken? _token;

    /// <summary>Creates a builder of URLs without a credential, for a client that adds it.</summary>
    /// <param name="baseAddress">The scheme, host, and optionally port and path of the API. If <see langword="null"/>, it is <c>https://api.maptiler.com/</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="baseAddress"/> is neither http nor https, or has a query, a fragment or a user.</exception>
    public MapTilerUrlBuilder(Uri? baseAddress = null)
    {
        var address = baseAddress ?? MapTilerAddresses.PublicApi;
        if (TrustedBaseAddress.Check(address, allowInsecure: true) is { } error)
            throw new ArgumentException(error, nameof(baseAddress));
        _baseAddress = TrustedBaseAddress.Normalize(address);
    }

    /// <summary>Creates a builder of URLs with an <see href="https://docs.maptiler.com/cloud/api/authentication-key">API key</see> as their last query
    /// parameter. Everyone who can read such a URL can use the key.</summary>
    /// <param name="apiKey">The API key. Leading and trailing white space is removed.</param>
    /// <param name="baseAddress">The scheme, host, and optionally port and path of the API. If <see langword="null"/>, it is <c>https://api.maptiler.com/</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="apiKey"/> is blank, is a placeholder, or is not a key; or <paramref name="baseAddress"/> is not valid.</exception>
    public MapTilerUrlBuilder(string apiKey, Uri? baseAddress = null)
        : this(baseAddress)
    {
        Guard.NotNull(apiKey, nameof(apiKey));
        if (string.IsNullOrWhiteSpace(apiKey))
            throw new ArgumentException("The API key is blank. For URLs without a credential, use the constructor without an API key.", nameof(apiKey));
        _apiKey = ApiKeyText.Require(apiKey, nameof(apiKey));
    }

    /// <summary>Creates a builder of signed URLs. They contain the key id but not the secret. A signature is valid for exactly one URL and does not expire.</summary>
    /// <param name="token">The service token that signs the URLs.</param>
    /// <param name="baseAddress">The scheme, host, and optionally port and path of the API. If <see langword="null"/>, it is <c>https://api.maptiler.com/</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="baseAddress"/> is neither http nor https, or has a query, a fragment or a user.</exception>
    public MapTilerUrlBuilder(ServiceToken token, Uri? baseAddress = null)
        : this(baseAddress)
    {
        Guard.NotNull(token, nameof(token));
        _token = token;
    }

    /// <summary>Gets the base address without a slash at its end.</summary>
    internal string BaseUrl => _baseAddress.AbsoluteUri.TrimEnd('/');

    /// <summary>Returns the base address and the kind of credential; the API key is masked.</summary>
    public override string ToString() =>
        $"{nameof(MapTilerUrlBuilder)} {{ {_baseAddress}, {(_token is not null ? "signed" : _apiKey is not null ? "key=***" : "no credential")} }}";

    private UrlWriter Write(Span<char> buffer) => new(_baseAddress, buffer);

    /// <summary>Completes a URL: the credential is the last query parameter, followed by the fragment.</summary>
    private Uri Finish(ref UrlWriter url, string? fragment = null)
    {
        if (_apiKey is not null)
            url.Credential("key", _apiKey);
        var text = url.Finish();
        if (_token is not null)
            text = _token.Sign(text);
        return ExactUri.Create(fragment is null ? text : text + "#" + fragment);
    }

    /// <summary>Completes a template: what was written, the tile, <paramref name="suffix"/>, and the credential.</summary>
    private TileUrlTemplate Template(ref UrlWriter url, string suffix, int tileSize, int maxZoom, string? attribution)
    {
        if (_token is not null)
        {
            throw new InvalidOperationException(
                "A template cannot be signed, because a signature is valid for exactly one URL. Sign the URL of each tile, use a builder with a restricted API key, or serve the tiles from your own endpoint.");
        }

        var query = _apiKey is null ? "" : "?key=" + Uri.EscapeDataString(_apiKey);
        return new TileUrlTemplate(url.Finish(), suffix, query, tileSize, minZoom: 0, maxZoom, attribution);
    }

    /// <summary>Builds the URL of a batch from items that are encoded already.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="items">The encoded items.</param>
    /// <param name="suffix">The extension and the query.</param>
    internal Uri Batch(Endpoint endpoint, IReadOnlyList<string> items, string suffix)
    {
        var url = WriteItems(stackalloc char[UrlWriter.InitialLength], endpoint, items, static (ref url, item) => url.Literal(item));
        url.Literal(suffix);
        return Finish(ref url);
    }

    private UrlWriter WriteBatch<T>(Span<char> buffer, Endpoint endpoint, IReadOnlyList<T> items, ItemWriter<T> write, string parameter)
    {
        Guard.NotNull(items, parameter);
        return items.Count >= 1 && items.Count <= endpoint.BatchLimit
            ? WriteItems(buffer, endpoint, items, write)
            : throw new ArgumentException($"One request can have 1 to {endpoint.BatchLimit} items. Use the batch method of the client for more.", parameter);
    }

    private UrlWriter WriteItems<T>(Span<char> buffer, Endpoint endpoint, IReadOnlyList<T> items, ItemWriter<T> write)
    {
        var url = Write(buffer);
        url.Literal(endpoint.ItemsPath);
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0)
                url.Literal(';');
            write(ref url, items[i]);
        }

        return url;
    }
}
