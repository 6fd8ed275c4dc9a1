namespace MapTiler.AspNetCore;

/// <summary>The attributes of an HTML <c>img</c> element that displays a static map. Returned by <see cref="BrowserMaps.StaticMap"/>.</summary>
/// <seealso href="https://developer.mozilla.org/docs/Web/HTML/Element/img">The img element on MDN</seealso>
public sealed class StaticMapImageSource
{
    /// <summary>Creates the attributes of an image.</summary>
    /// <param name="src">The URL of the image for screens with one device pixel per CSS pixel.</param>
    /// <param name="srcSet">The URLs of the image for ordinary and high-density screens.</param>
    /// <param name="width">The width of the image on the page, in CSS pixels.</param>
    /// <param name="height">The height of the image on the page, in CSS pixels.</param>
    public StaticMapImageSource(string src, string srcSet, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(src);
        ArgumentNullException.ThrowIfNull(srcSet);
        Src = src;
        SrcSet = srcSet;
        Width = width;
        Height = height;
    }

    /// <summary>Gets the URL of the image for screens with one device pixel per CSS pixel, for the attribute <c>src</c>.</summary>
    public string Src { get; }

    /// <summary>Gets the URLs of the image for ordinary screens (<c>1x</c>) and high-density screens (<c>2x</c>), for the attribute <c>srcset</c>.</summary>
    public string SrcSet { get; }

    /// <summary>Gets the width of the image on the page, in CSS pixels, for the attribute <c>width</c>.</summary>
    public int Width { get; }

    /// <summary>Gets the height of the image on the page, in CSS pixels, for the attribute <c>height</c>.</summary>
    public int Height { get; }
}
