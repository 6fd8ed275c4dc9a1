namespace MapTiler.Geocoding;

/// <summary>Validates the options of geocoding and writes them as query parameters.</summary>
internal static class GeocodingParameters
{
    private const int MaxLanguages = 20;
    private const int MaxLimit = 10;

    public static void Write(ref UrlWriter url, GeocodingSearchOptions options)
    {
        if (options.BoundingBox is { } box)
        {
            CheckBoundingBox(box);
            url.Parameter("bbox");
            url.Box(box);
        }

        if (options.Proximity is { } proximity)
        {
            url.Parameter("proximity");
            if (proximity.Location is { } location)
                url.Location(Guard.InRange(location, nameof(options.Proximity)));
            else
                url.Literal("ip");
        }

        WriteLanguages(ref url, options.Languages);
        WriteList(ref url, "country", CheckCountries(options.Countries), nameof(options.Countries));
        WriteLimit(ref url, options.Limit);
        WriteTypes(ref url, options.Types, options.ExcludeTypes);
        url.Parameter("fuzzyMatch", options.FuzzyMatch);
        url.Parameter("autocomplete", options.Autocomplete);
        WriteWorldview(ref url, options.Worldview);
    }

    public static void Write(ref UrlWriter url, GeocodingReverseOptions options)
    {
        CheckReverse(options.Limit, options.Types, options.ExcludeTypes);
        WriteLanguages(ref url, options.Languages);
        WriteLimit(ref url, options.Limit);
        WriteTypes(ref url, options.Types, options.ExcludeTypes);
        WriteWorldview(ref url, options.Worldview);
    }

    public static void Write(ref UrlWriter url, GeocodingByIdOptions options)
    {
        WriteLanguages(ref url, options.Languages);
        WriteWorldview(ref url, options.Worldview);
    }

    /// <exception cref="ArgumentOutOfRangeException">The service would reject these options for a location.</exception>
    public static void CheckReverse(int? limit, IReadOnlyList<PlaceType>? types, bool? excludeTypes)
    {
        if (limit > 1 && (types?.Count != 1 || excludeTypes == true))
            throw new ArgumentOutOfRangeException("Limit", "A reverse search returns more than one feature only of one type. Set exactly one of Types, or do not set Limit.");
    }

    private static void WriteLanguages(ref UrlWriter url, IReadOnlyList<string>? languages)
    {
        if (languages is null)
            return;
        if (languages.Count > MaxLanguages)
            throw new ArgumentException($"There must be at most {MaxLanguages} languages.", nameof(GeocodingSearchOptions.Languages));

        url.Parameter("language");
        WriteValues(ref url, languages, nameof(GeocodingSearchOptions.Languages));
    }

    private static void WriteLimit(ref UrlWriter url, int? limit)
    {
        if (limit is < 1 or > MaxLimit)
            throw new ArgumentOutOfRangeException(nameof(GeocodingSearchOptions.Limit), $"A limit must be between 1 and {MaxLimit}.");
        url.Parameter("limit", limit);
    }

    private static void WriteTypes(ref UrlWriter url, IReadOnlyList<PlaceType>? types, bool? excludeTypes)
    {
        if (types is { Count: > 0 })
            WriteList(ref url, "types", [.. types.Select(type => type.Value)], nameof(GeocodingSearchOptions.Types));
        else if (excludeTypes == true)
            throw new ArgumentException("ExcludeTypes requires the types to exclude in Types.", nameof(GeocodingSearchOptions.ExcludeTypes));
        url.Parameter("excludeTypes", excludeTypes);
    }

    private static void WriteWorldview(ref UrlWriter url, Worldview? worldview)
    {
        if (worldview is { } view && string.IsNullOrWhiteSpace(view.Value))
            throw new ArgumentException("The worldview is empty.", nameof(GeocodingSearchOptions.Worldview));
        url.Parameter("worldview", worldview?.Value);
    }

    private static IReadOnlyList<string>? CheckCountries(IReadOnlyList<string>? countries) =>
        countries is null || countries.All(c => c is { Length: 2 } && c.All(l => l is >= 'a' and <= 'z' or >= 'A' and <= 'Z'))
            ? countries
            : throw new ArgumentException("Countries must be ISO 3166-1 alpha-2 codes, such as 'ch'.", nameof(GeocodingSearchOptions.Countries));

    private static void CheckBoundingBox(BoundingBox box)
    {
        const string Parameter = nameof(GeocodingSearchOptions.BoundingBox);
        if (box.CrossesAntimeridian)
            throw new ArgumentException("The service does not support a bounding box that crosses the antimeridian. Search on both sides of it.", Parameter);
        Guard.InRange(new LngLat(box.West, box.South), Parameter);
        Guard.InRange(new LngLat(box.East, box.North), Parameter);
    }

    private static void WriteList(ref UrlWriter url, string name, IReadOnlyList<string>? values, string parameter)
    {
        if (values is not { Count: > 0 })
            return;
        url.Parameter(name);
        WriteValues(ref url, values, parameter);
    }

    private static void WriteValues(ref UrlWriter url, IReadOnlyList<string> values, string parameter)
    {
        for (var i = 0; i < values.Count; i++)
        {
            var value = values[i];
            if (string.IsNullOrWhiteSpace(value))
                throw new ArgumentException("The list contains an empty value.", parameter);
            for (var j = 0; j < i; j++)
            {
                if (string.Equals(values[j], value, StringComparison.OrdinalIgnoreCase))
                    throw new ArgumentException("The list contains a value twice.", parameter);
            }

            if (i > 0)
                url.Literal(',');
            url.Escaped(value);
        }
    }
}
