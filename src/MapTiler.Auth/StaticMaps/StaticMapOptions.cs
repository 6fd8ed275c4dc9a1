using MapTiler.Maps;

namespace MapTiler.StaticMaps;

/// <summary>Size, format and content of a <see href="https://docs.maptiler.com/cloud/api/static-maps/">static map</see>.</summary>
public sealed class StaticMapOptions
{
    /// <summary>The width in pixels, 1 to 2048; with <see cref="HighDpi"/> the picture has twice as many.</summary>
    /// <value>The default is 1024.</value>
    public int Width { get; set; } = 1024;

    /// <summary>The height in pixels, 1 to 2048; with <see cref="HighDpi"/> the picture has twice as many.</summary>
    /// <value>The default is 1024.</value>
    public int Height { get; set; } = 1024;

    /// <summary>Twice the pixels for the same size on the page (<c>@2x</c>), for sharp screens.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool HighDpi { get; set; }

    /// <summary>The format of the picture.</summary>
    /// <value>The default is <see cref="ImageFormat.Png"/>.</value>
    public ImageFormat Format { get; set; }

    /// <summary>Lines and areas. What is too long for an address is encoded, and then simplified.</summary>
    /// <value>The default is empty.</value>
    public IReadOnlyList<StaticMapPath> Paths { get; set; } = [];

    /// <summary>Groups of markers; the markers of a group share an icon.</summary>
    /// <value>The default is empty.</value>
    public IReadOnlyList<StaticMapMarkers> Markers { get; set; } = [];

    /// <summary>Where the attribution stands. Whoever hides it has to show it elsewhere.</summary>
    /// <value>The default is <see langword="null"/>: bottom right.</value>
    public AttributionPosition? Attribution { get; set; }

    /// <summary>The margin on each side as a share of the size, 0 or more; not for a view.</summary>
    /// <value>The default is <see langword="null"/>: 0.1.</value>
    public double? Padding { get; set; }

    /// <summary>Whether all paths take the short way, which may cross the antimeridian.</summary>
    /// <value>The default is <see langword="null"/>: no.</value>
    public bool? Shortest { get; set; }
}
