using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace MapTiler.Geocoding;

/// <summary>A query of a geocoding batch: a search string, a location, or the id of a feature. Strings and locations convert implicitly.</summary>
[JsonConverter(typeof(MapTilerJsonConverter))]
public readonly partial record struct GeocodingQuery
{
    private GeocodingQuery(string? query, LngLat? location, string? id)
    {
        Query = query;
        Location = location;
        Id = id;
    }

    /// <summary>The search string; <see langword="null"/> if this is not a search by a string.</summary>
    public string? Query { get; }

    /// <summary>The location of a reverse search; <see langword="null"/> if this is not one.</summary>
    public LngLat? Location { get; }

    /// <summary>The id of the feature to get; <see langword="null"/> if this is a search by a string or a location.</summary>
    public string? Id { get; }

    /// <summary>Creates a query that searches for places by name, address, postal code or category.</summary>
    /// <param name="query">The search string as a person writes it.</param>
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
    /// <exception cref="ArgumentException">The query is empty, the id has another form, or the location is out of range.</exception>
    internal void WriteTo(ref UrlWriter url, string parameter)
    {
        if (Location is { } location)
            url.Location(Guard.InRange(location, parameter));
        else if (Id is { } id)
            url.Segment(CheckId(id, parameter), parameter);
        else
            url.Text(AsSearchString(Query), parameter);
    }

    /// <summary>Parses a decoded query of the path as the service does: as a location, the id of a feature, or a search string.</summary>
    internal static GeocodingQuery Parse(string text) =>
        ParseLocation(text) is { } location ? Reverse(location) : IsId(text) && PlaceType.IsDocumented(text.Substring(0, text.LastIndexOf('.'))) ? ById(text) : Search(text);

    // The service interprets "8,47" as a location and "poi.5" as an id. A space instead of the comma, or after the dot, makes them search strings.
    private static string? AsSearchString(string? query)
    {
        var text = query?.Trim();
        if (string.IsNullOrEmpty(text))
            return text;
        return LocationPattern.IsMatch(text!) ? text!.Replace(',', ' ') : IsId(text!) ? text!.Insert(text!.LastIndexOf('.') + 1, " ") : text;
    }

    private static LngLat? ParseLocation(string text)
    {
        if (!LocationPattern.IsMatch(text))
            return null;
        var comma = text.IndexOf(',');
        return double.TryParse(text.Substring(0, comma), NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude) && Math.Abs(longitude) <= 180
            && double.TryParse(text.Substring(comma + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude) && Math.Abs(latitude) <= 90
            ? new LngLat(longitude, latitude)
            : null;
    }

    private static string CheckId(string id, string parameter)
    {
        UrlWriter.CheckSegment(id, parameter);
        return IsId(id)
            ? id
            : throw new ArgumentException("The id of a feature must be a type, a dot and a number, such as 'municipality.46425'.", parameter);
    }

    // What the service interprets as an id: a name without spaces, a dot, and digits.
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

    private const string LocationRegex = @"^[+-]?\.?\d[\d.]*\s*,\s*[+-]?\.?\d[\d.]*\z";

#if NET
    [GeneratedRegex(LocationRegex, RegexOptions.CultureInvariant)]
    private static partial Regex LocationPattern { get; }
#else
    private static readonly Regex LocationPattern = new(LocationRegex, RegexOptions.CultureInvariant);
#endif
}

/// <summary>Reads and writes a search string, <c>[longitude, latitude]</c>, or <c>{"id": "municipality.46425"}</c>. The default value is null.</summary>
internal sealed class GeocodingQueryJsonConverter : JsonConverter<GeocodingQuery>
{
    public override GeocodingQuery Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Null => default,
        JsonTokenType.String => GeocodingQuery.Search(reader.GetString()!),
        JsonTokenType.StartObject => GeocodingQuery.ById(JsonMember.String(JsonElement.ParseValue(ref reader), "id") ?? throw new JsonException("Expected the id of a feature.")),
        _ => GeocodingQuery.Reverse(LngLatJsonConverter.ReadLocation(ref reader)),
    };

    public override void Write(Utf8JsonWriter writer, GeocodingQuery value, JsonSerializerOptions options)
    {
        if (value.Location is { } location)
        {
            LngLatJsonConverter.WriteLocation(writer, location);
        }
        else if (value.Id is { } id)
        {
            writer.WriteStartObject();
            writer.WriteString("id"u8, id);
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteStringValue(value.Query);
        }
    }
}
