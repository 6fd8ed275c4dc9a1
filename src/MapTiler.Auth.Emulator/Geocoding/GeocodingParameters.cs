using System.Globalization;
using MapTiler.Emulator.Geolocation;
using MapTiler.Emulator.Http;
using MapTiler.Emulator.World;

namespace MapTiler.Emulator.Geocoding;

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

/// <summary>Reads and validates the query string of a search.</summary>
internal sealed class GeocodingParameterReader
{
    private const int MaxLanguages = 20;
    private const int MaxLimit = 10;

    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "bbox", "proximity", "language", "country", "limit", "types", "excludeTypes", "fuzzyMatch", "autocomplete", "worldview",
    };

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    private GeocodingParameterReader(IncomingRequest request)
    {
        foreach (var parameter in request.Target.Parameters)
        {
            if (Names.Contains(parameter.Name) && !_values.TryAdd(parameter.Name, parameter.Value))
                throw new InvalidParameterException(parameter.Name);
        }
    }

    /// <exception cref="InvalidParameterException">A parameter breaks its rules.</exception>
    public static GeocodingParameters Read(IncomingRequest request)
    {
        var reader = new GeocodingParameterReader(request);
        return new()
        {
            Bounds = reader.ReadBoundingBox(),
            Proximity = reader.ReadProximity(),
            Languages = reader.ReadLanguages(request.Headers.AcceptLanguage.ToString()),
            Countries = reader.ReadList("country", code => code.Length == 2 && code.All(char.IsAsciiLetter)) is { } countries
                ? [.. countries.Select(c => c.ToUpperInvariant())] : [],
            Limit = reader.ReadLimit(),
            Types = reader.ReadList("types", PlaceTypes.IsKnown),
            ExcludeTypes = reader.ReadFlag("excludeTypes", false),
            FuzzyMatch = reader.ReadFlag("fuzzyMatch", true),
            Autocomplete = reader.ReadFlag("autocomplete", true),
            Worldview = Worldview.Find(reader.ReadOneOf("worldview", Worldview.Names)),
        };
    }

    private BoundingBox? ReadBoundingBox()
    {
        if (!_values.TryGetValue("bbox", out var value))
            return null;
        return CoordinateParser.Parse(value) is [var west, var south, var east, var north]
            && CoordinateParser.AreValid(west, south) && CoordinateParser.AreValid(east, north) && south <= north
            ? new(west, south, east, north)
            : throw new InvalidParameterException("bbox");
    }

    private (double Longitude, double Latitude)? ReadProximity()
    {
        if (!_values.TryGetValue("proximity", out var value))
            return null;
        if (value == "ip")
            return (GeolocationEndpoint.Longitude, GeolocationEndpoint.Latitude);
        return CoordinateParser.Parse(value) is [var longitude, var latitude] && CoordinateParser.AreValid(longitude, latitude)
            ? (longitude, latitude)
            : throw new InvalidParameterException("proximity");
    }

    private string[] ReadLanguages(string acceptLanguage)
    {
        if (!_values.TryGetValue("language", out var value))
            return AcceptedLanguage.Best(acceptLanguage) is { } best ? [best] : [];
        if (value.Length == 0)
            return [];
        return ReadList("language", LanguageCodes.Contains) is { Length: <= MaxLanguages } languages
            ? languages
            : throw new InvalidParameterException("language");
    }

    private int? ReadLimit()
    {
        if (!_values.TryGetValue("limit", out var value))
            return null;
        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= MaxLimit
            ? limit
            : throw new InvalidParameterException("limit");
    }

    private bool ReadFlag(string name, bool otherwise) => ReadOneOf(name, "true", "false") is { } value ? value == "true" : otherwise;

    private string? ReadOneOf(string name, params ReadOnlySpan<string> allowed)
    {
        if (!_values.TryGetValue(name, out var value))
            return null;
        return allowed.Contains(value) ? value : throw new InvalidParameterException(name);
    }

    private string[]? ReadList(string name, Func<string, bool> isValid)
    {
        if (!_values.TryGetValue(name, out var value))
            return null;
        var items = value.Split(',');
        var unique = items.Distinct(StringComparer.OrdinalIgnoreCase).Count() == items.Length;
        return unique && items.All(isValid) ? items : throw new InvalidParameterException(name);
    }
}
