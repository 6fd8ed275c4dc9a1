namespace MapTiler.Geolocation;

/// <summary>The options of a geolocation request.</summary>
public sealed class GeolocationOptions
{
    /// <summary>Whether the result contains the elevation of the location.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool Elevation { get; set; }
}
