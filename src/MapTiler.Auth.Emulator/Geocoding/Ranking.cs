namespace MapTiler.Emulator;

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
