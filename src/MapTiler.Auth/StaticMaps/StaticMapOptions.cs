using MapTiler.Maps;

namespace MapTiler.StaticMaps;

/// <summary>Options of a <see href="https://docs.maptiler.com/cloud/api/static-maps/">static map</see>: size, format, paths, markers and attribution.</summary>
public sealed class StaticMapOptions
{
    /// <summary>The width of the image in pixels, 1 to 2048. With <see cref="HighDpi"/>, the image has twice as many pixels.</summary>
    /// <value>The default is 1024.</value>
    public int Width { get; set; } = 1024;

    /// <summary>The height of the image in pixels, 1 to 2048. With <see cref="HighDpi"/>, the image has twice as many pixels.</summary>
    /// <value>The default is 1024.</value>
    public int Height { get; set; } = 1024;

    /// <summary>Whether the image has twice the pixels for the same size on the page (<c>@2x</c>), for high-DPI screens.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool HighDpi { get; set; }

    /// <summary>The format of the image.</summary>
    /// <value>The default is <see cref="ImageFormat.Png"/>.</value>
    public ImageFormat Format { get; set; }

    /// <summary>The lines and areas on the map. If the URL would be too long, they are encoded as polylines, and then simplified.</summary>
    /// <value>The default is an empty list.</value>
    public IReadOnlyList<StaticMapPath> Paths { get; set; } = [];

    /// <summary>The groups of markers on the map. The markers of a group have the same icon.</summary>
    /// <value>The default is an empty list.</value>
    public IReadOnlyList<StaticMapMarkers> Markers { get; set; } = [];

    /// <summary>
    /// The position of the attribution on the image; <see langword="null"/> for the default of the service. If it is hidden, you must display the attribution elsewhere.
    /// </summary>
    /// <value>The default is <see langword="null"/>: the service uses the bottom right corner.</value>
    public AttributionPosition? AttributionPosition { get; set; }

    /// <summary>
    /// The margin on each side as a fraction of the size of the image, 0 or more; <see langword="null"/> for the default of the service. It applies to a bounding box and
    /// to the automatic area, and must be <see langword="null"/> for a <see cref="MapView"/>.
    /// </summary>
    /// <value>The default is <see langword="null"/>: the service uses 0.1.</value>
    public double? Padding { get; set; }

    /// <summary>
    /// Whether all paths follow the shortest connection, which may cross the antimeridian; <see langword="null"/> for the default of the service.
    /// </summary>
    /// <value>The default is <see langword="null"/>: the service uses <see langword="false"/>.</value>
    public bool? Shortest { get; set; }
}

/// <summary>The positions of the attribution on a static map.</summary>
public enum AttributionPosition
{
    /// <summary>The attribution is in the bottom right corner.</summary>
    BottomRight,

    /// <summary>The attribution is in the bottom left corner.</summary>
    BottomLeft,

    /// <summary>The attribution is in the top left corner.</summary>
    TopLeft,

    /// <summary>The attribution is in the top right corner.</summary>
    TopRight,

    /// <summary>The image has no attribution; you must display it beside the image.</summary>
    Hidden,
}
