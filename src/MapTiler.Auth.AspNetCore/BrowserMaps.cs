using MapTiler.AspNetCore.Documents;
using MapTiler.AspNetCore.Endpoints;
using MapTiler.Authentication;
using MapTiler.Maps;
using MapTiler.StaticMaps;

namespace MapTiler.AspNetCore;

/// <summary>
/// Builds the URLs that a page needs to display maps: URLs of the endpoints that <c>app.MapMapTiler(...)</c> maps, and signed URLs of static maps. It is
/// available from dependency injection after <c>services.AddMapTiler().AddBrowserMaps(...)</c>, in Razor pages, Blazor components and other services; for a
/// named account as a keyed service with the name of the account.
/// </summary>
/// <example>
/// A Razor page that passes the URL of a style to a script:
/// <code language="cshtml">
/// @inject BrowserMaps Maps
/// &lt;div id="map" data-style="@Maps.StyleUrl("streets-v4")"&gt;&lt;/div&gt;
/// </code>
/// </example>
public class BrowserMaps
{
    private readonly BrowserMapsOptions _options;
    private readonly EndpointBaseUrl _baseUrl;
    private readonly AccountMonitor _accounts;

    internal BrowserMaps(BrowserMapsOptions options, EndpointBaseUrl baseUrl, AccountMonitor accounts)
    {
        _options = options;
        _baseUrl = baseUrl;
        _accounts = accounts;
    }

    /// <summary>Creates an instance for mocking, whose methods must be overridden.</summary>
    protected BrowserMaps() => (_options, _baseUrl, _accounts) = (null!, null!, null!);

    /// <summary>
    /// Gets the attribution, as HTML with links. MapTiler requires that it is visible on every map; see
    /// <see href="https://docs.maptiler.com/cloud/api/maps/">the documentation</see>.
    /// </summary>
    public virtual string Attribution { get; } = new MapTilerUrlBuilder().MapTileTemplate(MapIds.StreetsV4).Attribution!;

    /// <summary>Returns the URL of the style JSON of a map, for MapLibre GL JS and other libraries that render vector tiles.</summary>
    /// <param name="mapId">The id of a map in <see cref="BrowserMapsOptions.Maps"/>, such as <c>streets-v4</c>.</param>
    /// <param name="language">
    /// The language of the labels, such as <c>de</c> or <c>zh-Hant</c>. Places without a name in it have their local name. If it is <see langword="null"/>, the
    /// labels have the language of the style, or of the browser with <see cref="BrowserMapsOptions.UseAcceptLanguage"/>.
    /// </param>
    /// <returns>The absolute URL of the style; without <see cref="BrowserMapsOptions.PublicUrl"/> its path.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="mapId"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The map is not in <see cref="BrowserMapsOptions.Maps"/>, or the language is not supported.</exception>
    /// <exception cref="InvalidOperationException">The endpoints are not mapped. Call <c>app.MapMapTiler(...)</c>.</exception>
    public virtual string StyleUrl(string mapId, string? language = null)
    {
        var url = $"{_baseUrl.Value}/maps/{Listed(mapId)}/style.json";
        if (language is null)
            return url;

        return LabelLanguage.IsSupported(language)
            ? $"{url}?language={language}"
            : throw new ArgumentException($"The language '{language}' is not supported. Use a code such as \"de\", \"ja\" or \"zh-Hant\".", nameof(language));
    }

    /// <summary>Returns the URL template of the raster tiles of a map with the placeholders <c>{z}</c>, <c>{x}</c> and <c>{y}</c>, for Leaflet, OpenLayers and other libraries that display images.</summary>
    /// <param name="mapId">The id of a map in <see cref="BrowserMapsOptions.Maps"/>, such as <c>streets-v4</c>.</param>
    /// <param name="options">
    /// The size, resolution and format of the tiles. If it is <see langword="null"/>, the tiles are PNG images of 512 pixels. In Leaflet, use a tile size of 256,
    /// or set its options <c>tileSize: 512, zoomOffset: -1</c>.
    /// </param>
    /// <returns>The absolute URL template.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="mapId"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The map is not in <see cref="BrowserMapsOptions.Maps"/>, or an option is out of its range.</exception>
    /// <exception cref="InvalidOperationException">The endpoints are not mapped. Call <c>app.MapMapTiler(...)</c>.</exception>
    public virtual string MapTileTemplate(string mapId, RasterTileOptions? options = null)
    {
        var account = _accounts.Current;
        return _baseUrl.Value + account.PublicApi.Urls.MapTileTemplate(Listed(mapId), options).Template[account.PublicApi.Urls.BaseUrl.Length..];
    }

    /// <summary>
    /// Returns the URLs of a static map, which is an image of a map. With <see cref="BrowserMapsMode.SignedRedirect"/> they are signed URLs of MapTiler, and
    /// <see cref="BrowserMapsOptions.AllowStaticMaps"/> is not required. With <see cref="BrowserMapsMode.Proxy"/>, or if the application has a
    /// <see cref="ServiceTokenProvider"/>, they are URLs of this application. Each image that is not in a cache is billed as 15 requests.
    /// </summary>
    /// <param name="mapId">The id of a map in <see cref="BrowserMapsOptions.Maps"/>, such as <c>streets-v4</c>.</param>
    /// <param name="area">The area of the map: a <see cref="MapView"/>, a <see cref="BoundingBox"/>, or <see cref="StaticMapArea.Auto"/>.</param>
    /// <param name="options">
    /// The size, format and content of the image; <see langword="null"/> for the defaults. <see cref="StaticMapOptions.HighDpi"/> is ignored, because the result
    /// contains the URLs of both resolutions.
    /// </param>
    /// <returns>The URLs and the size of the image, as attributes of an <c>img</c> element.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="mapId"/> or <paramref name="area"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The map is not in <see cref="BrowserMapsOptions.Maps"/>, an option is out of its range, or an option is not valid for the area.</exception>
    /// <exception cref="InvalidOperationException">The URLs are those of this application, and static maps are not allowed or the endpoints are not mapped; or the service token is no longer configured.</exception>
    /// <exception cref="MapTilerException">The URL is too long, even after the paths have been simplified.</exception>
    /// <seealso href="https://docs.maptiler.com/cloud/api/static-maps/">Static maps in the documentation of MapTiler</seealso>
    public virtual StaticMapImageSource StaticMap(string mapId, StaticMapArea area, StaticMapOptions? options = null)
    {
        options ??= new();
        var account = _accounts.Current;
        var isServed = _options.Mode == BrowserMapsMode.Proxy || account.HasTokenProvider; // the token of a request is not known here
        if (isServed && !_options.AllowStaticMaps)
            throw new InvalidOperationException($"The endpoints do not serve static maps. Set {nameof(BrowserMapsOptions)}.{nameof(BrowserMapsOptions.AllowStaticMaps)} to true.");

        var urls = isServed ? account.PublicApi.Urls : new MapTilerUrlBuilder(account.Token ?? throw new InvalidOperationException("A static map cannot be signed, because MapTiler:ServiceToken is no longer configured. Configure a service token."), account.Options.BaseAddress);
        var sources = urls.StaticMapSrcSet(Listed(mapId), area, options);
        if (isServed)
            sources = sources.Replace(account.PublicApi.Urls.BaseUrl, _baseUrl.Value, StringComparison.Ordinal);
        return new StaticMapImageSource(sources[..sources.IndexOf(' ', StringComparison.Ordinal)], sources, options.Width, options.Height);
    }

    private string Listed(string mapId)
    {
        ArgumentNullException.ThrowIfNull(mapId);
        if (_options.Maps.Contains(mapId))
            return mapId;

        var listed = _options.Maps.Count == 0 ? "no map is listed" : $"listed maps: {string.Join(", ", _options.Maps.Order(StringComparer.Ordinal))}";
        throw new ArgumentException($"The map '{mapId}' is not listed ({listed}). Check the id, or add it with {nameof(BrowserMapsOptions)}.{nameof(BrowserMapsOptions.Maps)}.Add(\"{mapId}\").", nameof(mapId));
    }
}
