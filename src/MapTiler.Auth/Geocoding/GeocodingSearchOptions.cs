namespace MapTiler.Geocoding;

/// <summary>Options of <see cref="GeocodingClient.SearchAsync"/>.</summary>
public class GeocodingSearchOptions : GeocodingReverseOptions
{
    /// <summary>Only results within this box; longitudes between -180 and 180.</summary>
    /// <value>The default is <see langword="null"/>: the world.</value>
    public BoundingBox? BoundingBox { get; set; }

    /// <summary>Nearer results first. A place converts by itself: <c>Proximity = new LngLat(8.5, 47.4)</c>.</summary>
    /// <value>The default is <see langword="null"/>: no preference.</value>
    public Proximity? Proximity { get; set; }

    /// <summary>Only results in these countries, as ISO 3166-1 alpha-2 codes; each once.</summary>
    /// <value>The default is <see langword="null"/>: all.</value>
    public IReadOnlyList<string>? Countries { get; set; }

    /// <summary>Find names that are spelt a little differently.</summary>
    /// <value>The default is <see langword="null"/>: yes.</value>
    public bool? FuzzyMatch { get; set; }

    /// <summary>Find names that begin with the query, as while somebody types. Each keystroke that searches is a request.</summary>
    /// <value>The default is <see langword="null"/>: yes.</value>
    public bool? Autocomplete { get; set; }
}
