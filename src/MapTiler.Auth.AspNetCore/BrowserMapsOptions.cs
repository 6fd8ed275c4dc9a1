using MapTiler.Tiles;
using Microsoft.AspNetCore.Http;

namespace MapTiler.AspNetCore;

/// <summary>
/// Options of the endpoints that <c>app.MapMapTiler(...)</c> maps. They are bound to the configuration section <c>MapTiler:BrowserMaps</c>
/// (<c>MapTiler:&lt;name&gt;:BrowserMaps</c> for a named account), and are read and validated once, when the application starts.
/// </summary>
public sealed class BrowserMapsOptions
{
    /// <summary>Gets or sets how tiles, glyphs, sprites and static maps are delivered to browsers.</summary>
    /// <value>The default is <see cref="BrowserMapsMode.SignedRedirect"/>.</value>
    public BrowserMapsMode Mode { get; set; }

    /// <summary>
    /// Gets or sets the URL of the application as browsers see it, such as <c>https://example.com/</c>. The URLs in styles start with it, followed by the
    /// pattern of <c>MapMapTiler</c>. It is never taken from the <c>Host</c> header, because a caller can forge that header. It must be an absolute
    /// <c>http</c> or <c>https</c> URL without a query, a fragment and user information; it may have a path.
    /// </summary>
    /// <value>
    /// There is no default. The value is required, except in the environment <c>Development</c>: without it, maps are displayed on <c>localhost</c> only.
    /// </value>
    public Uri? PublicUrl { get; set; }

    /// <summary>
    /// Gets the ids of the maps that pages may display, such as <c>streets-v4</c> or the UUID of a custom map, together with the tilesets, datasets and
    /// sprites that their styles contain. The application loads the styles to find these; the requests are not billed. Requests for other ids are rejected with
    /// status 404.
    /// </summary>
    /// <value>The default is empty. At least one map, tileset or dataset is required.</value>
    public ISet<string> Maps { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>
    /// Gets the ids of additional tilesets, such as <see cref="TilesetIds.SatelliteV4"/>, that pages use directly, for example in a style of their own. The
    /// tilesets of the <see cref="Maps"/> need not be listed.
    /// </summary>
    /// <value>The default is empty.</value>
    public ISet<string> Tilesets { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Gets the ids of additional datasets that pages use directly. The datasets of the <see cref="Maps"/> need not be listed.</summary>
    /// <value>The default is empty.</value>
    public ISet<string> Datasets { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>
    /// Gets or sets a value indicating whether pages may request <see href="https://docs.maptiler.com/cloud/api/static-maps/">static maps</see> of the listed
    /// maps, with any markers, marker icons and paths. Each static map is billed as 15 requests, and anyone can call the endpoint: use a rate limiter.
    /// </summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool AllowStaticMaps { get; set; }

    /// <summary>
    /// Gets or sets a value indicating whether pages may <see href="https://docs.maptiler.com/cloud/api/geocoding/">geocode</see>, for example for a search
    /// box. Each search is billed as one request, and anyone can call the endpoint: use a rate limiter.
    /// </summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool AllowGeocoding { get; set; }

    /// <summary>
    /// Gets or sets the maximum size in bytes of the bodies of the responses that a process stores in memory. A response is stored as long as its <c>Cache-Control</c>
    /// allows, for at most four hours. Styles, TileJSON documents and search results are stored in both modes, other files with <see cref="BrowserMapsMode.Proxy"/>.
    /// The overhead of an entry, about 1 KB, is not counted.
    /// </summary>
    /// <remarks>
    /// If the application registers an <see cref="Microsoft.Extensions.Caching.Distributed.IDistributedCache"/>, such as Redis, several processes share it as the
    /// second level of the cache. Concurrent requests cause one fetch per process; with an <c>IFusionCacheDistributedLocker</c> as well, such as that of the
    /// package <c>ZiggyCreatures.FusionCache.Locking.Distributed.Redis</c>, one fetch of all processes. An <c>IFusionCacheBackplane</c> is also used.
    /// Responses that are larger than a 64th of this value (but at least 1 MB, and at most 32 MB) are not stored.
    /// </remarks>
    /// <value>The default is 0: nothing is cached.</value>
    public long CacheSize { get; set; }

    /// <summary>
    /// Gets or sets how long a stored response is returned after it has expired, if MapTiler rejects the credential (403), limits requests (429), fails or does not
    /// respond. Such a response has the header <c>Cache-Status: MapTiler; hit; detail=stale</c>. If MapTiler is only slow, it is returned after 100 milliseconds,
    /// while the new response is fetched. Responses that no longer exist (404, 410) are not returned.
    /// </summary>
    /// <value>The default is one day. With <see cref="TimeSpan.Zero"/>, expired responses are never returned.</value>
    public TimeSpan MaxStaleAge { get; set; } = TimeSpan.FromDays(1);

    /// <summary>
    /// Gets or sets the id of a map that is displayed instead of a map whose style cannot be had, not even from the cache. It must be in the
    /// <see cref="Maps"/> of the account, or of the <see cref="FallbackAccount"/>.
    /// </summary>
    /// <value>The default is <see langword="null"/>: browsers receive the error.</value>
    public string? FallbackMap { get; set; }

    /// <summary>Gets or sets the name of the account of the <see cref="FallbackMap"/>, whose key and quota are independent. Its endpoints must be mapped.</summary>
    /// <value>The default is <see langword="null"/>: the same account.</value>
    public string? FallbackAccount { get; set; }

    /// <summary>
    /// Gets or sets the path of a style JSON in the content root of the application, which is displayed instead of a map whose style cannot be had, for example one
    /// with tiles of your own. If <see cref="FallbackMap"/> is set as well, the file is used for that map only.
    /// </summary>
    /// <value>The default is <see langword="null"/>: browsers receive the error.</value>
    public string? FallbackStyleFile { get; set; }

    /// <summary>
    /// Gets or sets a value indicating whether the labels of a map are displayed in the preferred language of the browser (<c>Accept-Language</c>). A language in
    /// the URL of the style, such as <c>style.json?language=de</c>, is preferred.
    /// </summary>
    /// <value>The default is <see langword="false"/>: without a language in the URL, labels have the language of the style.</value>
    public bool UseAcceptLanguage { get; set; }

    /// <summary>
    /// Gets or sets a function that returns the tenant of a request, so that no tenant receives a response that was cached for another one. It must not return
    /// <see langword="null"/>. With a selector, responses are marked as <c>private</c>, so that shared caches such as a CDN do not store them. It is
    /// required if <see cref="CacheSize"/> is set and an <c>ApiKeyProvider</c> or a <c>ServiceTokenProvider</c> chooses the credential.
    /// </summary>
    /// <value>The default is <see langword="null"/>: all callers share the cache.</value>
    public Func<HttpContext, string>? TenantSelector { get; set; }
}
