using System.Globalization;
using System.Text;
using System.Text.Json;

namespace MapTiler.Emulator.Geocoding;

/// <summary>The member <c>query</c> of a response: the words of a forward search, the two numbers of a reverse search, or an id.</summary>
internal sealed class GeocodingQuery
{
    private readonly IReadOnlyList<string> _words;
    private readonly (double Longitude, double Latitude)? _location;

    private GeocodingQuery(IReadOnlyList<string> words, (double Longitude, double Latitude)? location = null) => (_words, _location) = (words, location);

    public static GeocodingQuery ById(string id) => new([id]);

    public static GeocodingQuery Reverse(double longitude, double latitude) => new([], (longitude, latitude));

    /// <summary>Lower case, and without punctuation.</summary>
    public static GeocodingQuery Forward(string query)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in query.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is >= UnicodeCategory.NonSpacingMark and <= UnicodeCategory.EnclosingMark)
            {
                word.Append(Rune.ToLowerInvariant(rune));
                continue;
            }

            EndWord();
        }

        EndWord();
        return new(words);

        void EndWord()
        {
            if (word.Length > 0)
                words.Add(word.ToString());
            word.Clear();
        }
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray("query");
        foreach (var word in _words)
            json.WriteStringValue(word);
        if (_location is var (longitude, latitude))
        {
            json.WriteNumberValue(longitude);
            json.WriteNumberValue(latitude);
        }

        json.WriteEndArray();
    }
}
