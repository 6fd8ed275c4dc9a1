namespace MapTiler.Emulator;

/// <summary>The validated parameters of a search.</summary>
internal sealed class GeocodingParameters
{
    public BoundingBox? Bounds { get; init; }

    public (double Longitude, double Latitude)? Proximity { get; init; }

    /// <summary>The first one ranks; names are returned in each of them.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Upper case; empty for all.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    public int? Limit { get; init; }

    /// <summary>The values of <c>types</c>; null for none.</summary>
    public IReadOnlyList<string>? Types { get; init; }

    public bool ExcludeTypes { get; init; }

    public bool FuzzyMatch { get; init; } = true;

    public bool Autocomplete { get; init; } = true;

    /// <summary>Whether a reverse search returns several features of one type instead of one of each type.</summary>
    public bool HasSingleType => Types is { Count: 1 } && !ExcludeTypes;

    public string? Language => Languages.Count > 0 ? Languages[0] : null;

    public Worldview Worldview { get; init; } = Worldview.Default;

    /// <summary>Excluding nothing leaves every type, the ones that are not searched by default as well.</summary>
    public bool Allows(PlaceType type) => Types is null ? ExcludeTypes || PlaceTypes.IsDefault(type) : Types.Contains(PlaceTypes.Name(type)) != ExcludeTypes;
}
