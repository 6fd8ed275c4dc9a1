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
                url.Location(location.Longitude is >= -180 and <= 180 ? location : throw Guard.OptionRange(nameof(options.Proximity), "Its longitude must be between -180 and 180 degrees. Use LngLat.Wrap() to normalize it."));
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

    /// <exception cref="ArgumentException">An option does not apply to the location or the id of the query.</exception>
    public static void CheckApplies(GeocodingQuery query, GeocodingSearchOptions options)
    {
        if (query.Query is not null)
            return;

        var unused = options switch
        {
            { BoundingBox: not null } => nameof(options.BoundingBox),
            { Proximity: not null } => nameof(options.Proximity),
            { Countries.Count: > 0 } => nameof(options.Countries),
            { FuzzyMatch: not null } => nameof(options.FuzzyMatch),
            { Autocomplete: not null } => nameof(options.Autocomplete),
            { Limit: not null } when query.Id is not null => nameof(options.Limit),
            { Types.Count: > 0 } when query.Id is not null => nameof(options.Types),
            _ => null,
        };
        if (unused is not null)
            throw Guard.Option(unused, $"It does not apply to {(query.Id is null ? "a location" : "an id")}. Geocode search strings, locations and ids in separate batches, or do not set {unused}.");
        if (query.Location is not null)
            CheckReverse(options.Limit, options.Types, options.ExcludeTypes);
    }

    /// <exception cref="ArgumentOutOfRangeException">The service would reject these options for a location.</exception>
    private static void CheckReverse(int? limit, IReadOnlyList<PlaceType>? types, bool? excludeTypes)
    {
        if (limit > 1 && (types?.Count != 1 || excludeTypes == true))
            throw Guard.OptionRange(nameof(GeocodingSearchOptions.Limit), "A reverse search returns more than one feature only of one type. Set exactly one of Types, or do not set Limit.");
    }

    private static void WriteLanguages(ref UrlWriter url, IReadOnlyList<string>? languages)
    {
        if (languages is null)
            return;
        if (languages.Count > MaxLanguages)
            throw Guard.Option(nameof(GeocodingSearchOptions.Languages), $"There must be at most {MaxLanguages} languages.");

        url.Parameter("language");
        WriteValues(ref url, languages, nameof(GeocodingSearchOptions.Languages));
    }

    private static void WriteLimit(ref UrlWriter url, int? limit)
    {
        if (limit is < 1 or > MaxLimit)
            throw Guard.OptionRange(nameof(GeocodingSearchOptions.Limit), $"A limit must be between 1 and {MaxLimit}.");
        url.Parameter("limit", limit);
    }

    private static void WriteTypes(ref UrlWriter url, IReadOnlyList<PlaceType>? types, bool? excludeTypes)
    {
        if (types is { Count: > 0 })
            WriteList(ref url, "types", [.. types.Select(type => type.Value)], nameof(GeocodingSearchOptions.Types));
        else if (excludeTypes == true)
            throw Guard.Option(nameof(GeocodingSearchOptions.ExcludeTypes), "ExcludeTypes requires the types to exclude in Types.");
        url.Parameter("excludeTypes", excludeTypes);
    }

    private static void WriteWorldview(ref UrlWriter url, Worldview? worldview)
    {
        if (worldview is { } view && string.IsNullOrWhiteSpace(view.Value))
            throw Guard.Option(nameof(GeocodingSearchOptions.Worldview), "The worldview is empty.");
        url.Parameter("worldview", worldview?.Value);
    }

    private static IReadOnlyList<string>? CheckCountries(IReadOnlyList<string>? countries) =>
        countries is null || countries.All(c => c is { Length: 2 } && c.All(l => l is >= 'a' and <= 'z' or >= 'A' and <= 'Z'))
            ? countries
            : throw Guard.Option(nameof(GeocodingSearchOptions.Countries), "Countries must be ISO 3166-1 alpha-2 codes, such as 'ch'.");

    private static void CheckBoundingBox(BoundingBox box)
    {
        if (box.CrossesAntimeridian)
            throw Guard.Option(nameof(GeocodingSearchOptions.BoundingBox), "The service does not support a bounding box that crosses the antimeridian. Search on both sides of it.");
        if (box.West < -180 || box.East > 180)
            throw Guard.OptionRange(nameof(GeocodingSearchOptions.BoundingBox), "Its longitudes must be between -180 and 180 degrees.");
    }

    private static void WriteList(ref UrlWriter url, string name, IReadOnlyList<string>? values, string option)
    {
        if (values is not { Count: > 0 })
            return;
        url.Parameter(name);
        WriteValues(ref url, values, option);
    }

    private static void WriteValues(ref UrlWriter url, IReadOnlyList<string> values, string option)
    {
        for (var i = 0; i < values.Count; i++)
        {
            var value = values[i];
            if (string.IsNullOrWhiteSpace(value))
                throw Guard.Option(option, "The list contains an empty value.");
            for (var j = 0; j < i; j++)
            {
                if (string.Equals(values[j], value, StringComparison.OrdinalIgnoreCase))
                    throw Guard.Option(option, "The list contains a value twice.");
            }

            if (i > 0)
                url.Literal(',');
            url.Escaped(value);
        }
    }
}
