using System.Text.RegularExpressions;

namespace MapTiler.Geocoding;

/// <summary>A query of a geocoding batch: a search string, a location, or the id of a feature. Strings and locations convert implicitly.</summary>
public readonly partial record struct GeocodingQuery
{
    private GeocodingQuery(string? query, LngLat? location, string? id)
    {
        Query = query;
        Location = location;
        Id = id;
    }

    /// <summary>The search string; <see langword="null"/> if this is not a search.</summary>
    public string? Query { get; }

    /// <summary>The location of a reverse search; <see langword="null"/> if this is not one.</summary>
    public LngLat? Location { get; }

    /// <summary>The id of the feature to get; <see langword="null"/> if this is a search.</summary>
    public string? Id { get; }

    /// <summary>Creates a query that searches for places by name, address, postal code or category.</summary>
    /// <param name="query">The search string.</param>
    public static GeocodingQuery Search(string query) => new(query, null, null);

    /// <summary>Creates a query that finds the places at a location.</summary>
    /// <param name="location">The location.</param>
    public static GeocodingQuery Reverse(LngLat location) => new(null, location, null);

    /// <summary>Creates a query that gets a feature by its id.</summary>
    /// <param name="id">The id, such as <c>municipality.46425</c>.</param>
    public static GeocodingQuery ById(string id) => new(null, null, id);

    /// <summary>Converts a string to a search.</summary>
    /// <param name="query">The search string.</param>
    public static implicit operator GeocodingQuery(string query) => Search(query);

    /// <summary>Converts a location to a reverse search.</summary>
    /// <param name="location">The location.</param>
    public static implicit operator GeocodingQuery(LngLat location) => Reverse(location);

    /// <summary>Returns the search string, the id, or the location as <c>longitude,latitude</c>.</summary>
    public override string ToString() => Query ?? Id ?? Location?.ToString() ?? "";

    /// <summary>Writes the query as one path segment.</summary>
    /// <exception cref="ArgumentException">The query is empty, or the service would read it as another kind of query.</exception>
    internal void WriteTo(ref UrlWriter url, string parameter)
    {
        if (Location is { } location)
            url.Location(Guard.InRange(location, parameter));
        else if (Id is { } id)
            url.Segment(CheckId(id, parameter), parameter);
        else
            url.Segment(CheckSearch(Query, parameter), parameter);
    }

    private static string CheckSearch(string? query, string parameter)
    {
        UrlWriter.CheckSegment(query!, parameter);
        var trimmed = query!.Trim();
        if (IsLocation(trimmed))
            throw new ArgumentException("MapTiler would read this query as a location. Use ReverseAsync, or GeocodingQuery.Reverse in a batch, with a LngLat.", parameter);
        if (IsId(trimmed))
            throw new ArgumentException("MapTiler would read this query as the id of a feature. Use GetByIdAsync, or GeocodingQuery.ById in a batch; or insert a space before the number.", parameter);
        return trimmed;
    }

    private static string CheckId(string id, string parameter)
    {
        UrlWriter.CheckSegment(id, parameter);
        return IsId(id)
            ? id
            : throw new ArgumentException("The id of a feature must be a type, a dot and a number, such as 'municipality.46425'.", parameter);
    }

    private static bool IsLocation(string text) => (text[0] is (>= '0' and <= '9') or '-' or '+' or > '\x7f') && LocationPattern.IsMatch(text);

    // A name without spaces, a dot, and digits: what the service reads as an id.
    private static bool IsId(string text)
    {
        var dot = text.LastIndexOf('.');
        if (dot <= 0 || dot == text.Length - 1)
            return false;
        for (var i = 0; i < text.Length; i++)
        {
            if (i < dot ? char.IsWhiteSpace(text[i]) : i > dot && text[i] is < '0' or > '9')
                return false;
        }

        return true;
    }

    private const string LocationRegex = @"^[+-]?\d+(\.\d*)?\s*,\s*[+-]?\d+(\.\d*)?$";

#if NET
    [GeneratedRegex(LocationRegex, RegexOptions.CultureInvariant)]
    private static partial Regex LocationPattern { get; }
#else
    private static readonly Regex LocationPattern = new(LocationRegex, RegexOptions.CultureInvariant);
#endif
}
