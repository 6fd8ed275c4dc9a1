namespace MapTiler.AspNetCore;

/// <summary>How a browser gets tiles, glyphs, icons and pictures. Styles and TileJSONs are served by the application in both modes.</summary>
public enum BrowserMapsMode
{
    /// <summary>
    /// The application answers with a redirect to a signed address of MapTiler: no map passes through it and nothing is kept. Needs
    /// a service token. The address shows the key id and a signature that does not expire; its secret stays here.
    /// </summary>
    SignedRedirect,

    /// <summary>
    /// The application fetches everything itself, so that a browser sees no credential at all. Whether the terms of the service
    /// allow it for an account is for its owner to check.
    /// </summary>
    Proxy,
}
