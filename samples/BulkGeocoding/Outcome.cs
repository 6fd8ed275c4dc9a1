using System.Globalization;
using MapTiler;
using MapTiler.Geocoding;

namespace BulkGeocoding;

/// <summary>What became of a row: the fields that are added to it.</summary>
/// <param name="Fields">One for each of <see cref="ResultColumns"/>.</param>
/// <param name="Failure">Why the row failed, if MapTiler says so.</param>
internal sealed record Outcome(string[] Fields, MapTilerException? Failure = null)
{
    private static readonly Outcome NothingFound = new(["", "", "", "", "", ""]);

    /// <summary>Whether no other row can succeed either, until a person has done something.</summary>
    public bool EndsTheRun => Failure?.Reason is { } reason
        && (reason == MapTilerErrorReason.KeyMissing || reason == MapTilerErrorReason.KeyInvalid
            || reason == MapTilerErrorReason.Forbidden || reason == MapTilerErrorReason.QuotaExceeded);

    public static Outcome Of(InputRow row, GeocodingBatchResult result, double minRelevance)
    {
        if (row.Problem is { } problem)
            return new Outcome(Error("RowInvalid", problem));
        if (result.Error is { } error)
            return new Outcome(Error(error.Reason.ToString(), error.Message), error);
        return result.Features.FirstOrDefault() is { } best && best.Relevance >= minRelevance ? Found(best) : NothingFound;
    }

    private static Outcome Found(GeocodingFeature place) => new(
    [
        Text(place.Center.Longitude),
        Text(place.Center.Latitude),
        place.PlaceName,
        place.PlaceTypes is [var type, ..] ? type.ToString() : "",
        Text(place.Relevance),
        "",
    ]);

    private static string[] Error(string reason, string message) => ["", "", "", "", "", $"{reason}: {message}"];

    private static string Text(double number) => number.ToString("0.########", CultureInfo.InvariantCulture);
}
