using System.Text.Json.Serialization;

namespace MapTiler.StaticMaps;

/// <summary>A group of markers on a static map, which have the same icon.</summary>
public sealed class StaticMapMarkers
{
    /// <summary>Creates a group of markers.</summary>
    /// <param name="markers">The markers, at least one. A <see cref="LngLat"/> converts implicitly to a marker.</param>
    /// <exception cref="ArgumentException"><paramref name="markers"/> is empty.</exception>
    public StaticMapMarkers(params IReadOnlyList<StaticMapMarker> markers)
    {
        Guard.NotNull(markers, nameof(markers));
        if (markers.Count == 0)
            throw new ArgumentException("The group of markers is empty. A group has at least one marker. Add a marker, or omit the group.", nameof(markers));
        Markers = markers;
    }

    /// <summary>Creates a group of one marker with the default color.</summary>
    public static implicit operator StaticMapMarkers(LngLat location) => new(location);

    /// <summary>The markers of the group, at least one.</summary>
    public IReadOnlyList<StaticMapMarker> Markers { get; }

    /// <summary>The icon of all markers of the group; <see langword="null"/> for the default marker of the service.</summary>
    /// <value>The default is <see langword="null"/>.</value>
    public StaticMapIcon? Icon { get; set; }
}

/// <summary>A marker on a static map. A <see cref="LngLat"/> converts implicitly to a marker.</summary>
public readonly record struct StaticMapMarker
{
    /// <summary>Creates a marker at a location.</summary>
    /// <param name="location">The location of the marker, with a longitude between -180 and 180 degrees.</param>
    /// <param name="color">The color of the marker; <see langword="null"/> for the default color of the service. It has no effect in a group that has an icon.</param>
    /// <exception cref="ArgumentOutOfRangeException">The longitude of <paramref name="location"/> is out of its range.</exception>
    [JsonConstructor]
    public StaticMapMarker(LngLat location, MapColor? color = null)
    {
        Location = Guard.InRange(location, nameof(location));
        Color = color;
    }

    /// <summary>The location of the marker.</summary>
    public LngLat Location { get; }

    /// <summary>The color of the marker; <see langword="null"/> for the default color of the service.</summary>
    public MapColor? Color { get; }

    /// <summary>Converts a location to a marker with the default color.</summary>
    public static implicit operator StaticMapMarker(LngLat location) => new(location);

    /// <summary>Returns the longitude, the latitude and, if there is one, the color, separated by commas.</summary>
    public override string ToString() => Color is { } color ? $"{Location},{color}" : Location.ToString();
}

/// <summary>An image that the service displays instead of its default marker: at most 64 x 64 pixels. An SVG must specify its width and height.</summary>
public sealed class StaticMapIcon
{
    /// <summary>Creates an icon from the URL of an image.</summary>
    /// <param name="uri">The absolute URL of the image, with http or https. The service downloads the image from there.</param>
    /// <exception cref="ArgumentException"><paramref name="uri"/> is relative, or its scheme is neither http nor https.</exception>
    public StaticMapIcon(Uri uri)
    {
        Guard.NotNull(uri, nameof(uri));
        if (!uri.IsAbsoluteUri || (uri.Scheme != "https" && uri.Scheme != "http"))
            throw new ArgumentException("The URL of the icon is not valid. The service downloads the icon and needs an absolute http or https URL. Pass such a URL.", nameof(uri));
        Uri = uri;
    }

    /// <summary>The absolute URL of the image.</summary>
    public Uri Uri { get; }

    /// <summary>The part of the image that is at the location of the marker.</summary>
    /// <value>The default is <see cref="IconAnchor.Bottom"/>.</value>
    public IconAnchor Anchor { get; set; }

    /// <summary>
    /// The number of image pixels per pixel of the map, greater than 0: 2 for an image that is designed for high-DPI screens; <see langword="null"/> for the default of the
    /// service.
    /// </summary>
    /// <value>The default is <see langword="null"/>: the service uses 1.</value>
    public double? Scale { get; set; }
}

/// <summary>The parts of an icon that can be at the location of its marker.</summary>
public enum IconAnchor
{
    /// <summary>The center of the lower edge is at the location.</summary>
    Bottom,

    /// <summary>The center of the upper edge is at the location.</summary>
    Top,

    /// <summary>The center of the left edge is at the location.</summary>
    Left,

    /// <summary>The center of the right edge is at the location.</summary>
    Right,

    /// <summary>The center of the icon is at the location.</summary>
    Center,

    /// <summary>The upper left corner is at the location.</summary>
    TopLeft,

    /// <summary>The lower left corner is at the location.</summary>
    BottomLeft,

    /// <summary>The upper right corner is at the location.</summary>
    TopRight,

    /// <summary>The lower right corner is at the location.</summary>
    BottomRight,
}
