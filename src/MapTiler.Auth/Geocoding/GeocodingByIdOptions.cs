namespace MapTiler.Geocoding;

/// <summary>What every form of geocoding takes; all that <see cref="GeocodingClient.GetByIdAsync"/> takes.</summary>
public class GeocodingByIdOptions
{
    /// <summary>
    /// Languages of the names as ISO 639-1 codes, the first one ranks; at most 20, each once. With more than one,
    /// <see cref="GeocodingFeature.Texts"/> and its kin hold the names by language. An empty list asks for no preference.
    /// </summary>
    /// <value>The default is <see langword="null"/>: the service decides.</value>
    public IReadOnlyList<string>? Languages { get; set; }

    /// <summary>Whose view of disputed borders and names to follow.</summary>
    /// <value>The default is <see langword="null"/>: that of the service.</value>
    public Worldview? Worldview { get; set; }
}
