namespace MapTiler.AspNetCore;

/// <summary>
/// Specifies how the browser endpoints deliver tiles, glyphs, sprites and static maps. In both modes the application fetches styles and TileJSON documents
/// itself and rewrites the URLs in them.
/// </summary>
public enum BrowserMapsMode
{
    /// <summary>
    /// The application redirects the browser to a signed URL of MapTiler, so no map data passes through the application. Requires
    /// <see cref="MapTilerOptions.ServiceToken"/>. The URL contains the id of the token and a signature that does not expire; the secret stays on the server.
    /// </summary>
    /// <seealso href="https://docs.maptiler.com/cloud/api/authentication-key/">Authentication in the documentation of MapTiler</seealso>
    SignedRedirect,

    /// <summary>
    /// The application fetches every file from MapTiler and sends it to the browser, so the browser receives no credential at all. Check whether the
    /// <see href="https://www.maptiler.com/terms/cloud/">terms of MapTiler</see> allow a proxy for your account.
    /// </summary>
    Proxy,
}
