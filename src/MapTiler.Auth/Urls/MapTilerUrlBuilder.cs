using System.Diagnostics;
using MapTiler.Authentication;

namespace MapTiler;

/// <summary>
/// Builds the addresses of the MapTiler API: bare, with an API key, or signed with a service token.
/// </summary>
/// <remarks>
/// Numbers are written alike in every culture, text is escaped, and what would leave its place in the address is refused.
/// A builder is immutable and safe for concurrent use.
/// <code>
/// var urls = new MapTilerUrlBuilder(apiKey);
/// Uri page = urls.MapViewer("streets-v4", new MapView(zoom: 12, LngLat.FromLatLng(47.3769, 8.5417)));
/// </code>
/// </remarks>
public sealed partial class MapTilerUrlBuilder
{
    private readonly Uri _baseAddress;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string? _apiKey;

    private readonly ServiceToken? _token;

    /// <summary>Builds addresses without a credential, for a client that adds it.</summary>
    /// <param name="baseAddress">Scheme, host and port of the API. The default is <c>https://api.maptiler.com/</c>.</param>
    /// <exception cref="ArgumentException">The base address has a path or is neither http nor https.</exception>
    public MapTilerUrlBuilder(Uri? baseAddress = null)
    {
        var address = baseAddress ?? MapTilerAddresses.PublicApi;
        if (TrustedBaseAddress.Check(address, allowInsecure: true) is { } error)
            throw new ArgumentException(error, nameof(baseAddress));
        _baseAddress = TrustedBaseAddress.Normalize(address);
    }

    /// <summary>Builds addresses with an API key as their last parameter. Whoever sees such an address has the key.</summary>
    /// <param name="apiKey">The key, taken as given.</param>
    /// <param name="baseAddress">Scheme, host and port of the API. The default is <c>https://api.maptiler.com/</c>.</param>
    /// <exception cref="ArgumentException">The key is blank, or the base address has a path or is neither http nor https.</exception>
    public MapTilerUrlBuilder(string apiKey, Uri? baseAddress = null)
        : this(baseAddress)
    {
        Guard.NotNull(apiKey, nameof(apiKey));
        if (string.IsNullOrWhiteSpace(apiKey))
            throw new ArgumentException("The API key is blank. A builder without credentials takes no key.", nameof(apiKey));
        _apiKey = apiKey.Trim();
    }

    /// <summary>Builds signed addresses. They show the key id but not the secret, hold for exactly one address, and do not expire.</summary>
    /// <param name="token">The token that signs.</param>
    /// <param name="baseAddress">Scheme, host and port of the API. The default is <c>https://api.maptiler.com/</c>.</param>
    /// <exception cref="ArgumentException">The base address has a path or is neither http nor https.</exception>
    public MapTilerUrlBuilder(ServiceToken token, Uri? baseAddress = null)
        : this(baseAddress)
    {
        Guard.NotNull(token, nameof(token));
        _token = token;
    }

    /// <summary>Gets the base address without a slash at its end.</summary>
    internal string BaseUrl => _baseAddress.AbsoluteUri.TrimEnd('/');

    /// <summary>What the builder adds to addresses; the key itself is never printed.</summary>
    public override string ToString() =>
        $"{nameof(MapTilerUrlBuilder)} {{ {_baseAddress}, {(_token is not null ? "signed" : _apiKey is not null ? "key=***" : "bare")} }}";

    private UrlWriter Write(Span<char> buffer) => new(_baseAddress, buffer);

    /// <summary>Ends an address: the credential comes last, then the fragment.</summary>
    private Uri Finish(ref UrlWriter url, string? fragment = null)
    {
        if (_apiKey is not null)
            url.Credential("key", _apiKey);
        var text = url.Finish();
        if (_token is not null)
            text = _token.Sign(new Uri(text, UriKind.Absolute).AbsoluteUri);
        return new Uri(fragment is null ? text : text + "#" + fragment, UriKind.Absolute);
    }

    /// <summary>Ends a template: what was written, then the tile, then <paramref name="suffix"/> and the credential.</summary>
    private TileUrlTemplate Template(ref UrlWriter url, string suffix, int tileSize, int maxZoom, string? attribution)
    {
        if (_token is not null)
        {
            throw new InvalidOperationException(
                "A template cannot be signed before it is filled, since a signature holds for exactly one address. Sign each tile, use a builder with a key that is restricted, or serve the tiles from your own endpoint.");
        }

        var query = _apiKey is null ? "" : "?key=" + Uri.EscapeDataString(_apiKey);
        return new TileUrlTemplate(url.Finish(), suffix, query, tileSize, minZoom: 0, maxZoom, attribution);
    }

    /// <summary>Builds the URL of a batch from items that are encoded already.</summary>
    /// <param name="path">The path before the items.</param>
    /// <param name="items">The encoded items.</param>
    /// <param name="suffix">The extension and the query.</param>
    internal Uri Batch(string path, IReadOnlyList<string> items, string suffix)
    {
        var url = Write(stackalloc char[UrlWriter.InitialLength]);
        url.Literal(path);
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0)
                url.Literal(';');
            url.Literal(items[i]);
        }

        url.Literal(suffix);
        return Finish(ref url);
    }

    private static void CheckBatch<T>(IReadOnlyList<T> items, Endpoint endpoint, string parameter)
    {
        Guard.NotNull(items, parameter);
        if (items.Count < 1 || items.Count > endpoint.BatchLimit)
            throw new ArgumentException($"One request takes 1 to {endpoint.BatchLimit} items.", parameter);
    }
}
