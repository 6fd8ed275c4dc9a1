using MapTiler.Tiles;
using Microsoft.AspNetCore.Http;

namespace MapTiler.AspNetCore;

/// <summary>
/// What pages in a browser get through <c>app.MapMapTiler(...)</c>; bound to the section <c>MapTiler:BrowserMaps</c>
/// (<c>MapTiler:&lt;name&gt;:BrowserMaps</c> for a named account) and read once, when the application starts.
/// </summary>
public sealed class BrowserMapsOptions
{
    /// <summary>How tiles, glyphs, icons and pictures are delivered.</summary>
    /// <value>The default is <see cref="BrowserMapsMode.SignedRedirect"/>.</value>
    public BrowserMapsMode Mode { get; set; }

    /// <summary>
    /// The address of the application as browsers see it, such as <c>https://example.com/</c>; the pattern of <c>MapMapTiler</c>
    /// follows. Styles name their parts by it. It is never taken from the Host header, which a caller can forge. An <c>http</c> or
    /// <c>https</c> address, perhaps with a path, without a query.
    /// </summary>
    /// <value>There is no default: it must be set.</value>
    public Uri? PublicAddress { get; set; }

    /// <summary>
    /// The ids of the maps that pages may display, such as <c>streets-v4</c> or the UUID of a custom map, together with the tilesets, data sets and sprites
    /// that their styles contain. The application loads the styles to find these; the requests are not billed. Other ids are rejected with 404.
    /// </summary>
    /// <value>The default is empty.</value>
    public ISet<string> Maps { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>
    /// The ids of further tilesets, such as <see cref="TilesetIds.SatelliteV4"/>, which pages use directly, for example in a style of their own. The tilesets of
    /// the <see cref="Maps"/> need not be listed.
    /// </summary>
    /// <value>The default is empty.</value>
    public ISet<string> Tilesets { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The ids of further data sets, which pages use directly. The data sets of the <see cref="Maps"/> need not be listed.</summary>
    /// <value>The default is empty.</value>
    public ISet<string> Datasets { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>
    /// Lets pages ask for <see href="https://docs.maptiler.com/cloud/api/static-maps/">static maps</see> of the listed maps, with any
    /// markers (and their icons) and paths that a caller adds. Each costs 15 requests, and anybody can ask: limit the rate.
    /// </summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool AllowStaticMaps { get; set; }

    /// <summary>
    /// Lets pages <see href="https://docs.maptiler.com/cloud/api/geocoding/">geocode</see>, for a search box. Each search costs a
    /// request, and anybody can ask: limit the rate.
    /// </summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool AllowGeocoding { get; set; }

    /// <summary>
    /// How many bytes of answers a process keeps in memory, as long as their <c>Cache-Control</c> allows, at most four hours: styles,
    /// TileJSONs and searches, and with <see cref="BrowserMapsMode.Proxy"/> files too. What keeps an answer, about a kilobyte, does not
    /// count. An <c>IDistributedCache</c> of the application, such as Redis, becomes the second level that several processes share; with an
    /// <c>IDistributedLockProvider</c>, such as that of the package DistributedLock.Redis, they fetch in turn.
    /// </summary>
    /// <value>The default is 0: nothing is cached.</value>
    public long CacheSize { get; set; }

    /// <summary>
    /// Names the tenant of a request, never <see langword="null"/>, so that none gets what was cached for another; caches on the way keep
    /// nothing then. Needed for a cache where an <c>ApiKeyProvider</c> chooses the key.
    /// </summary>
    /// <value>The default is <see langword="null"/>: all callers share the cache.</value>
    public Func<HttpContext, string>? TenantOf { get; set; }
}
