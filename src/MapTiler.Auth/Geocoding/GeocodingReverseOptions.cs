namespace MapTiler.Geocoding;

/// <summary>Options of <see cref="GeocodingClient.ReverseAsync"/>, and the part of a search that it shares.</summary>
public class GeocodingReverseOptions : GeocodingByIdOptions
{
    /// <summary>
    /// How many features to return at most, 1 to 10. A reverse search returns more than one of a type only for exactly one of
    /// <see cref="Types"/>; with several types this must be 1 or not set.
    /// </summary>
    /// <value>The default is <see langword="null"/>: 5 for a search, 1 (or one a type) for a reverse search.</value>
    public int? Limit { get; set; }

    /// <summary>The kinds of places to return, or with <see cref="ExcludeTypes"/> those not to return; each once.</summary>
    /// <value>The default is <see langword="null"/>: those of the service, which leave out <see cref="PlaceType.Poi"/> and <see cref="PlaceType.MajorLandform"/>.</value>
    public IReadOnlyList<PlaceType>? Types { get; set; }

    /// <summary>Return all kinds of places but <see cref="Types"/>.</summary>
    /// <value>The default is <see langword="null"/>: no.</value>
    public bool? ExcludeTypes { get; set; }
}
