using MapTiler.Maps;
using MapTiler.StaticMaps;

namespace MapTiler.AspNetCore;

/// <summary>
/// Addresses for a page: of the endpoints of this application, or signed. From dependency injection after
/// <c>services.AddMapTiler().AddBrowserMaps(...)</c>, in a Razor page, a Blazor component or anywhere else.
/// </summary>
/// <remarks>
/// <code>
/// @inject BrowserMaps Maps
/// &lt;div id="map" data-style="@Maps.StyleUrl("streets-v4")"&gt;&lt;/div&gt;
/// </code>
/// </remarks>
public sealed class BrowserMaps
{
    private readonly BrowserMapsOptions _options;
    private readonly MountPoint _mountPoint;
    private readonly AccountMonitor _accounts;

    internal BrowserMaps(BrowserMapsOptions options, MountPoint mountPoint, AccountMonitor accounts)
    {
        _options = options;
        _mountPoint = mountPoint;
        _accounts = accounts;
    }

    /// <summary>What has to be visible on every map, as HTML.</summary>
    public string Attribution { get; } = new MapTilerUrlBuilder().MapTiles(MapIds.StreetsV4).Attribution!;

    /// <summary>The style JSON of a map, for MapLibre and others that draw vector tiles.</summary>
    /// <param name="mapId">The id of the map, which <see cref="BrowserMapsOptions.Maps"/> lists.</param>
    /// <exception cref="ArgumentException">The map is not listed.</exception>
    /// <exception cref="InvalidOperationException">The endpoints are not mapped: call <c>app.MapMapTiler(...)</c>.</exception>
    public string StyleUrl(string mapId) => $"{_mountPoint.Address}/maps/{Listed(mapId)}/style.json";

    /// <summary>The raster tiles of a map with <c>{z}</c>, <c>{x}</c> and <c>{y}</c>, for Leaflet and others that draw pictures.</summary>
    /// <param name="mapId">The id of the map, which <see cref="BrowserMapsOptions.Maps"/> lists.</param>
    /// <param name="options">Size, resolution and format; by default PNGs of 512 pixels. Leaflet needs a tile size of 256, or its <c>tileSize: 512, zoomOffset: -1</c>.</param>
    /// <inheritdoc cref="StyleUrl" path="/exception"/>
    public string TileTemplate(string mapId, RasterTileOptions? options = null)
    {
        var account = _accounts.Current;
        return _mountPoint.Address + account.PublicApi.Urls.MapTiles(Listed(mapId), options).Template[account.PublicApi.Urls.BaseUrl.Length..];
    }

    /// <summary>
    /// A map as a picture. With signed redirects the address leads to MapTiler by itself and is signed; with the proxy it leads to
    /// this application, which must allow it by <see cref="BrowserMapsOptions.AllowStaticMaps"/>. Each view of a picture that no
    /// cache has costs 15 requests.
    /// </summary>
    /// <param name="mapId">The id of the map, which <see cref="BrowserMapsOptions.Maps"/> lists.</param>
    /// <param name="area">A <see cref="MapView"/>, a <see cref="BoundingBox"/>, or <see cref="StaticMapArea.Auto"/>.</param>
    /// <param name="options">Size, format and content; <see cref="StaticMapOptions.HighDpi"/> does not count, since both are offered.</param>
    /// <exception cref="ArgumentException">The map is not listed, or an option is out of its range or does not fit the area.</exception>
    /// <exception cref="InvalidOperationException">The proxy does not allow static maps, or the endpoints are not mapped.</exception>
    /// <exception cref="MapTilerException">The address is too long even with the paths at their shortest.</exception>
    public StaticMapPicture StaticMap(string mapId, StaticMapArea area, StaticMapOptions? options = null)
    {
        options ??= new();
        var account = _accounts.Current;
        var isProxied = _options.Mode == BrowserMapsMode.Proxy;
        if (isProxied && !_options.AllowStaticMaps)
            throw new InvalidOperationException($"Set {nameof(BrowserMapsOptions)}.{nameof(BrowserMapsOptions.AllowStaticMaps)}, so that the proxy serves static maps.");

        var urls = isProxied ? account.PublicApi.Urls : new MapTilerUrlBuilder(account.Token ?? throw new InvalidOperationException("Signed addresses need MapTiler:ServiceToken, which is no longer set."), account.Options.BaseAddress);
        var sources = urls.StaticMapSrcSet(Listed(mapId), area, options);
        if (isProxied)
            sources = sources.Replace(account.PublicApi.Urls.BaseUrl, _mountPoint.Address, StringComparison.Ordinal);
        return new StaticMapPicture(sources[..sources.IndexOf(' ', StringComparison.Ordinal)], sources, options.Width, options.Height);
    }

    private string Listed(string mapId)
    {
        ArgumentNullException.ThrowIfNull(mapId);
        if (_options.Maps.Contains(mapId))
            return mapId;

        var listed = _options.Maps.Count == 0 ? "no map is listed" : $"listed are {string.Join(", ", _options.Maps.Order(StringComparer.Ordinal))}";
        throw new ArgumentException($"The map '{mapId}' is not listed ({listed}). Add it: {nameof(BrowserMapsOptions)}.{nameof(BrowserMapsOptions.Maps)}.Add(\"{mapId}\").", nameof(mapId));
    }
}
