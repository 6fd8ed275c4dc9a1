namespace MapTiler.StaticMaps;

/// <summary>A picture in place of markers: at most 64 x 64 pixels; an SVG needs its width and height.</summary>
public sealed class StaticMapIcon
{
    /// <summary>Creates an icon.</summary>
    /// <param name="uri">The address of the picture, with http or https, which the service loads.</param>
    /// <exception cref="ArgumentException">The address is not absolute, or neither http nor https.</exception>
    public StaticMapIcon(Uri uri)
    {
        Guard.NotNull(uri, nameof(uri));
        if (!uri.IsAbsoluteUri || (uri.Scheme != "https" && uri.Scheme != "http"))
            throw new ArgumentException("The address of an icon is absolute, with http or https.", nameof(uri));
        Uri = uri;
    }

    /// <summary>The address of the picture.</summary>
    public Uri Uri { get; }

    /// <summary>Which part of the picture stands on the place.</summary>
    /// <value>The default is <see cref="IconAnchor.Bottom"/>.</value>
    public IconAnchor Anchor { get; set; }

    /// <summary>How many pixels of the picture make one of the map: 2 for a picture that was drawn for sharp screens.</summary>
    /// <value>The default is <see langword="null"/>: 1.</value>
    public double? Scale { get; set; }
}
