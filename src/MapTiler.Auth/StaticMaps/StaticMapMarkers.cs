namespace MapTiler.StaticMaps;

/// <summary>A group of markers on a static map.</summary>
public sealed class StaticMapMarkers
{
    /// <summary>Creates a group.</summary>
    /// <param name="markers">One marker or more.</param>
    /// <exception cref="ArgumentException">There are no markers.</exception>
    public StaticMapMarkers(params IReadOnlyList<StaticMapMarker> markers)
    {
        Guard.NotNull(markers, nameof(markers));
        if (markers.Count == 0)
            throw new ArgumentException("A group of markers needs one marker. Leave the group out.", nameof(markers));
        Markers = markers;
    }

    /// <summary>The markers.</summary>
    public IReadOnlyList<StaticMapMarker> Markers { get; }

    /// <summary>The icon of all of them.</summary>
    /// <value>The default is <see langword="null"/>: the marker of the service.</value>
    public StaticMapIcon? Icon { get; set; }
}
