namespace MapTiler.Geocoding;

/// <summary>The options of <see cref="GeocodingClient.SearchAsync"/> and, for each query, of a batch.</summary>
public sealed class GeocodingSearchOptions
{
    /// <summary>
    /// The preferred languages of the names as ISO 639-1 codes, such as <c>de</c>: at most 20, without duplicates. The first one
    /// also affects the ranking. With more than one, <see cref="GeocodingFeature.Texts"/> and <see cref="GeocodingFeature.PlaceNames"/> contain the names by language.
    /// </summary>
    /// <value>The default is <see langword="null"/>: the service chooses the language. An empty list requests the local names.</value>
    public IReadOnlyList<string>? Languages { get; set; }

    /// <summary>The worldview of disputed borders and names.</summary>
    /// <value>The default is <see langword="null"/>: the default worldview of the service.</value>
    public Worldview? Worldview { get; set; }

    /// <summary>The maximum number of features to return, 1 to 10.</summary>
    /// <value>The default is <see langword="null"/>: 5.</value>
    public int? Limit { get; set; }

    /// <summary>The place types to return or, with <see cref="ExcludeTypes"/>, not to return; without duplicates.</summary>
    /// <value>The default is <see langword="null"/>: all types except <see cref="PlaceType.Poi"/> and <see cref="PlaceType.MajorLandform"/>.</value>
    public IReadOnlyList<PlaceType>? Types { get; set; }

    /// <summary>Whether to return all place types except those in <see cref="Types"/>, which must not be empty then.</summary>
    /// <value>The default is <see langword="null"/>: <see langword="false"/>.</value>
    public bool? ExcludeTypes { get; set; }

    /// <summary>The bounding box in degrees that results must be in. It must not cross the antimeridian.</summary>
    /// <value>The default is <see langword="null"/>: the whole world.</value>
    public BoundingBox? BoundingBox { get; set; }

    /// <summary>The location whose nearer results come first. A <see cref="LngLat"/> converts: <c>Proximity = new LngLat(8.5, 47.4)</c>.</summary>
    /// <value>The default is <see langword="null"/>: no preference.</value>
    public Proximity? Proximity { get; set; }

    /// <summary>The countries that results must be in, as ISO 3166-1 alpha-2 codes; without duplicates.</summary>
    /// <value>The default is <see langword="null"/>: all countries.</value>
    public IReadOnlyList<string>? Countries { get; set; }

    /// <summary>Whether to match names that differ slightly from the query, such as by a typing error.</summary>
    /// <value>The default is <see langword="null"/>: <see langword="true"/>.</value>
    public bool? FuzzyMatch { get; set; }

    /// <summary>Whether to match names that begin with the query, for search as you type. Each search is a billed request.</summary>
    /// <value>The default is <see langword="null"/>: <see langword="true"/>.</value>
    public bool? Autocomplete { get; set; }
}

/// <summary>The options of <see cref="GeocodingClient.ReverseAsync"/>.</summary>
public sealed class GeocodingReverseOptions
{
    /// <inheritdoc cref="GeocodingSearchOptions.Languages"/>
    public IReadOnlyList<string>? Languages { get; set; }

    /// <inheritdoc cref="GeocodingSearchOptions.Worldview"/>
    public Worldview? Worldview { get; set; }

    /// <summary>The maximum number of features to return, 1 to 10. More than 1 requires exactly one type in <see cref="Types"/>.</summary>
    /// <value>The default is <see langword="null"/>: one feature of each type that contains the location.</value>
    public int? Limit { get; set; }

    /// <inheritdoc cref="GeocodingSearchOptions.Types"/>
    public IReadOnlyList<PlaceType>? Types { get; set; }

    /// <inheritdoc cref="GeocodingSearchOptions.ExcludeTypes"/>
    public bool? ExcludeTypes { get; set; }

    internal GeocodingSearchOptions ToSearchOptions() => new() { Languages = Languages, Worldview = Worldview, Limit = Limit, Types = Types, ExcludeTypes = ExcludeTypes };
}

/// <summary>The options of <see cref="GeocodingClient.GetByIdAsync"/>.</summary>
public sealed class GeocodingByIdOptions
{
    /// <inheritdoc cref="GeocodingSearchOptions.Languages"/>
    public IReadOnlyList<string>? Languages { get; set; }

    /// <inheritdoc cref="GeocodingSearchOptions.Worldview"/>
    public Worldview? Worldview { get; set; }
}
