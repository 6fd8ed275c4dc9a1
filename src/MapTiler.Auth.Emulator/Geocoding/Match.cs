using MapTiler.Emulator.World;

namespace MapTiler.Emulator.Geocoding;

/// <summary>A place that was found.</summary>
/// <param name="Place">The place.</param>
/// <param name="Relevance">How well the query matches, from 0 to 1.</param>
/// <param name="Score">What matches are ordered by: relevance, importance, language and nearness.</param>
/// <param name="Name">The name that matched; null for a search without a name.</param>
internal sealed record Match(Place Place, double Relevance, double Score, string? Name);

/// <summary>The best matches up to a limit, each place once.</summary>
internal sealed class BestMatches(int limit)
{
    private readonly List<Match> _matches = new(limit + 1);

    public IReadOnlyList<Match> Items => _matches;

    public bool IsEmpty => _matches.Count == 0;

    public bool WouldAccept(double score) => _matches.Count < limit || score >= _matches[^1].Score;

    public void Add(Match match)
    {
        var known = _matches.FindIndex(m => m.Place == match.Place);
        if (known >= 0)
        {
            if (Compare(_matches[known], match) <= 0)
                return;
            _matches.RemoveAt(known);
        }

        var index = _matches.FindIndex(m => Compare(match, m) < 0);
        _matches.Insert(index < 0 ? _matches.Count : index, match);
        if (_matches.Count > limit)
            _matches.RemoveAt(limit);
    }

    private static int Compare(Match a, Match b) =>
        a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Place.Id.CompareTo(b.Place.Id);
}

/// <summary>Ranks places by how likely they are meant.</summary>
internal static class Ranking
{
    private const double FitWeight = 0.7;
    private const double LanguageWeight = 0.05;
    private const double ProximityWeight = 0.5;
    private const double ProximityKilometers = 300;

    public static double Score(in NameEntry entry, double relevance, GeocodingParameters parameters)
    {
        var score = (FitWeight * relevance) + Importance(entry.Place);
        if (entry.Name.Language is { } language && language == parameters.Language)
            score += LanguageWeight;
        if (parameters.Proximity is var (longitude, latitude))
        {
            var distance = GeoDistance.Kilometers(longitude, latitude, entry.Place.Longitude, entry.Place.Latitude);
            score += ProximityWeight * Math.Exp(-distance / ProximityKilometers);
        }

        return score;
    }

    /// <summary>By population; a city comes before the region that is named after it.</summary>
    private static double Importance(Place place) =>
        (Math.Log10(place.Population + 10) / 8) + place.Type switch
        {
            PlaceType.Municipality => 0.2,
            PlaceType.Country => 0.15,
            PlaceType.ContinentalMarine => 0.5,
            _ => 0,
        };
}
