using System.Text.RegularExpressions;

namespace MapTiler.Geocoding;

/// <summary>One query of a batch: a text, a place, or the id of a feature. A text and a place convert by themselves.</summary>
public readonly partial record struct GeocodingQuery
{
    private GeocodingQuery(string? text, LngLat? place, string? id)
    {
        Text = text;
        Place = place;
        Id = id;
    }

    /// <summary>The text to search for, if this is a search.</summary>
    public string? Text { get; }

    /// <summary>The place to look up, if this is a reverse search.</summary>
    public LngLat? Place { get; }

    /// <summary>The id to get, if this is one.</summary>
    public string? Id { get; }

    /// <summary>The search for a text.</summary>
    public static GeocodingQuery Search(string text) => new(text, null, null);

    /// <summary>What is at a place.</summary>
    public static GeocodingQuery Reverse(LngLat place) => new(null, place, null);

    /// <summary>The feature with this id.</summary>
    public static GeocodingQuery ById(string id) => new(null, null, id);

    /// <summary>The search for a text.</summary>
    public static implicit operator GeocodingQuery(string text) => Search(text);

    /// <summary>What is at a place.</summary>
    public static implicit operator GeocodingQuery(LngLat place) => Reverse(place);

    /// <summary>The text, the place or the id.</summary>
    public override string ToString() => Text ?? Id ?? Place?.ToString() ?? "";

    /// <summary>Writes the query as one segment of a path.</summary>
    /// <exception cref="ArgumentException">The query is empty, or the service would take it for another form.</exception>
    internal void WriteTo(ref UrlWriter url, string parameter)
    {
        if (Place is { } place)
            url.Place(Guard.InRange(place, parameter));
        else if (Id is { } id)
            url.Segment(CheckId(id, parameter), parameter);
        else
            url.Segment(CheckText(Text, parameter), parameter);
    }

    private static string CheckText(string? text, string parameter)
    {
        UrlWriter.CheckSegment(text!, parameter);
        var trimmed = text!.Trim();
        if (IsPlace(trimmed))
            throw new ArgumentException("MapTiler would read this text as a place. Use ReverseAsync, or GeocodingQuery.Reverse in a batch, with a LngLat.", parameter);
        if (IsId(trimmed))
            throw new ArgumentException("MapTiler would read this text as the id of a feature. Use GetByIdAsync, or GeocodingQuery.ById in a batch; or put a space before the number.", parameter);
        return trimmed;
    }

    private static string CheckId(string id, string parameter)
    {
        UrlWriter.CheckSegment(id, parameter);
        return IsId(id)
            ? id
            : throw new ArgumentException("The id of a feature is a type, a dot and a number, such as 'municipality.46425'.", parameter);
    }

    private static bool IsPlace(string text) => (text[0] is (>= '0' and <= '9') or '-' or '+' or > '\x7f') && PlacePattern.IsMatch(text);

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

    private const string PlaceRegex = @"^[+-]?\d+(\.\d*)?\s*,\s*[+-]?\d+(\.\d*)?$";

#if NET
    [GeneratedRegex(PlaceRegex, RegexOptions.CultureInvariant)]
    private static partial Regex PlacePattern { get; }
#else
    private static readonly Regex PlacePattern = new(PlaceRegex, RegexOptions.CultureInvariant);
#endif
}
