using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using MapTiler.Emulator.Endpoints;
using MapTiler.Emulator.Http;
using MapTiler.Emulator.World;

namespace MapTiler.Emulator.Geocoding;

/// <summary>
/// The four forms of <c>/geocoding/{query}.json</c>. The query determines the form: a literal <c>;</c> is a batch, two
/// numbers are a reverse search, a word with a period and a number is a search by id, and everything else is a forward search.
/// </summary>
internal sealed partial class GeocodingEndpoint(PlaceCatalog places) : DocumentEndpoint("/geocoding/{query?}.json")
{
    private const int MaxBatch = 50;
    private const int MaxQueryLength = 256;

    protected override Response Respond(IncomingRequest request, string query)
    {
        var queries = query.Split(';');
        if (queries.Length > MaxBatch)
            return Response.PlainText(400, $"Too many queries, the maximum is {MaxBatch}");

        var parameters = GeocodingParameterReader.Read(request);
        var results = Array.ConvertAll(queries, query => Find(Uri.UnescapeDataString(query), parameters));
        return JsonResponse.Write(json => Write(json, results, parameters), cost: queries.Length);
    }

    private static void Write(Utf8JsonWriter json, Result[] results, GeocodingParameters parameters)
    {
        var writer = new FeatureWriter(json, parameters.Languages, parameters.Worldview);
        if (results.Length > 1)
            json.WriteStartArray();
        foreach (var result in results)
            writer.WriteCollection(result.Matches, result.Query, result.ById);
        if (results.Length > 1)
            json.WriteEndArray();
    }

    private Result Find(string query, GeocodingParameters parameters)
    {
        if (string.IsNullOrWhiteSpace(query))
            throw new InvalidParameterException("query (empty)");
        if (query.Length > MaxQueryLength)
            throw new InvalidParameterException("query (too long)");

        if (CoordinateParser.Parse(query) is [var longitude, var latitude])
            return Reverse(longitude, latitude, parameters);
        if (IdPattern().Match(query) is { Success: true } id)
            return ById(query, id.Groups[1].Value, id.Groups[2].Value);
        return new(ForwardSearch.Find(places.Names, query, parameters), GeocodingQuery.Forward(query), ById: false);
    }

    private Result Reverse(double longitude, double latitude, GeocodingParameters parameters)
    {
        if (!CoordinateParser.AreValid(longitude, latitude))
            throw new InvalidParameterException("query (out of bounds)");
        if (parameters.Limit > 1 && !parameters.HasSingleType)
            throw new InvalidParameterException("limit (more than 1 in a reverse search takes exactly one type)");

        return new(
            ReverseSearch.Find(places, longitude, latitude, parameters),
            GeocodingQuery.Reverse(longitude, latitude),
            ById: false);
    }

    private Result ById(string query, string type, string number)
    {
        var place = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? places.Find(type, id) : null;
        return new(place is null ? [] : [new(place, 1, 0, null)], GeocodingQuery.ById(query), ById: true);
    }

    [GeneratedRegex(@"^(\S+)\.([0-9]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex IdPattern();

    private sealed record Result(IReadOnlyList<Match> Matches, GeocodingQuery Query, bool ById);
}
