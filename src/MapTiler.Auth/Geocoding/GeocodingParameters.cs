namespace MapTiler.Geocoding;

/// <summary>Checks the options of geocoding and writes them as query parameters.</summary>
internal static class GeocodingParameters
{
    private const int MaxLanguages = 20;
    private const int MaxLimit = 10;

    /// <summary>The parameters of a search.</summary>
    public static void Write(ref UrlWriter url, GeocodingSearchOptions? options)
    {
        if (options is null)
            return;

        if (options.BoundingBox is { } box)
        {
            CheckBox(box);
            url.Parameter("bbox");
            url.Box(box);
        }

        if (options.Proximity is { } proximity)
        {
            url.Parameter("proximity");
            if (proximity.Place is { } place)
                url.Place(Guard.InRange(place, nameof(options.Proximity)));
            else
                url.Literal("ip");
        }

        WriteLanguages(ref url, options.Languages);
        WriteList(ref url, "country", CheckCountries(options.Countries));
        WriteLimit(ref url, options.Limit);
        WriteTypes(ref url, options);
        url.Parameter("fuzzyMatch", options.FuzzyMatch);
        url.Parameter("autocomplete", options.Autocomplete);
        WriteWorldview(ref url, options.Worldview);
    }

    /// <summary>The parameters of a reverse search.</summary>
    public static void Write(ref UrlWriter url, GeocodingReverseOptions? options)
    {
        if (options is null)
            return;
        CheckReverse(options);
        WriteLanguages(ref url, options.Languages);
        WriteLimit(ref url, options.Limit);
        WriteTypes(ref url, options);
        WriteWorldview(ref url, options.Worldview);
    }

    /// <exception cref="ArgumentOutOfRangeException">The service would refuse these options for a place.</exception>
    public static void CheckReverse(GeocodingReverseOptions options)
    {
        if (options.Limit > 1 && (options.Types?.Count != 1 || options.ExcludeTypes == true))
            throw new ArgumentOutOfRangeException(nameof(options.Limit), "A reverse search returns several features only of one type: set exactly one of Types, or leave the limit out.");
    }

    /// <summary>The parameters of a feature by its id.</summary>
    public static void Write(ref UrlWriter url, GeocodingByIdOptions? options)
    {
        if (options is null)
            return;
        WriteLanguages(ref url, options.Languages);
        WriteWorldview(ref url, options.Worldview);
    }

    private static void WriteLanguages(ref UrlWriter url, IReadOnlyList<string>? languages)
    {
        if (languages is null)
            return;
        if (languages.Count > MaxLanguages)
            throw new ArgumentException($"At most {MaxLanguages} languages.", nameof(GeocodingByIdOptions.Languages));

        url.Parameter("language");
        WriteValues(ref url, languages, nameof(GeocodingByIdOptions.Languages));
    }

    private static void WriteLimit(ref UrlWriter url, int? limit)
    {
        if (limit is < 1 or > MaxLimit)
            throw new ArgumentOutOfRangeException(nameof(GeocodingReverseOptions.Limit), $"A limit must be between 1 and {MaxLimit}.");
        url.Parameter("limit", limit);
    }

    private static void WriteTypes(ref UrlWriter url, GeocodingReverseOptions options)
    {
        if (options.Types is { Count: > 0 } types)
            WriteList(ref url, "types", [.. types.Select(type => type.ToString())], nameof(options.Types));
        else if (options.ExcludeTypes == true)
            throw new ArgumentException("ExcludeTypes needs the types to exclude in Types.", nameof(options.ExcludeTypes));
        url.Parameter("excludeTypes", options.ExcludeTypes);
    }

    private static void WriteWorldview(ref UrlWriter url, Worldview? worldview)
    {
        if (worldview is { } view && string.IsNullOrWhiteSpace(view.Value))
            throw new ArgumentException("The worldview has no name.", nameof(GeocodingByIdOptions.Worldview));
        url.Parameter("worldview", worldview?.Value);
    }

    private static IReadOnlyList<string>? CheckCountries(IReadOnlyList<string>? countries) =>
        countries is null || countries.All(c => c is { Length: 2 } && c.All(l => l is >= 'a' and <= 'z' or >= 'A' and <= 'Z'))
            ? countries
            : throw new ArgumentException("Countries are ISO 3166-1 alpha-2 codes, such as 'ch'.", nameof(GeocodingSearchOptions.Countries));

    private static void CheckBox(BoundingBox box)
    {
        const string Parameter = nameof(GeocodingSearchOptions.BoundingBox);
        if (box.CrossesAntimeridian)
            throw new ArgumentException("The service takes no box across the antimeridian: search on both sides of it.", Parameter);
        Guard.InRange(new LngLat(box.West, box.South), Parameter);
        Guard.InRange(new LngLat(box.East, box.North), Parameter);
    }

    private static void WriteList(ref UrlWriter url, string name, IReadOnlyList<string>? values, string parameter = nameof(GeocodingSearchOptions.Countries))
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
                throw new ArgumentException("The list holds an empty value.", parameter);
            for (var j = 0; j < i; j++)
            {
                if (string.Equals(values[j], value, StringComparison.OrdinalIgnoreCase))
                    throw new ArgumentException("The list holds a value twice.", parameter);
            }

            if (i > 0)
                url.Literal(',');
            url.Escaped(value);
        }
    }
}
