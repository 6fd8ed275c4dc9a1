namespace MapTiler.Maps;

/// <summary>The format of a picture that MapTiler draws.</summary>
public enum ImageFormat
{
    /// <summary>PNG: sharp, with transparency.</summary>
    Png,

    /// <summary>JPEG: small for photographs.</summary>
    Jpeg,

    /// <summary>WebP: smaller than both.</summary>
    WebP,
}
