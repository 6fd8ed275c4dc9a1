using System.Globalization;
using MapTiler;
using MapTiler.Geocoding;

namespace BulkGeocoding;

/// <summary>The result of a row.</summary>
/// <param name="Fields">The fields that are added to the row, one for each of <see cref="ResultColumns"/>.</param>
/// <param name="Failure">The error if the request failed; otherwise <see langword="null"/>.</param>
internal sealed record Outcome(string[] Fields, MapTilerException? Failure = null)
{
    private static readonly Outcome NotFound = new(["", "", "", "", "", ""]);

    /// <summary>Whether all remaining rows would fail too, for example because the key is rejected.</summary>
    public bool StopsTheRun => Failure?.Reason is { } reason
        && (reason == MapTilerErrorReason.KeyMissing || reason == MapTilerErrorReason.KeyInvalid
            || reason == MapTilerErrorReason.SignatureInvalid || reason == MapTilerErrorReason.Forbidden || reason == MapTilerErrorReason.QuotaExceeded);

    public static Outcome Create(InputRow row, GeocodingBatchResult result, double minRelevance)
    {
        if (row.Problem is { } problem)
            return new Outcome(Error("RowInvalid", problem));
        if (result.Error is { } error)
            return new Outcome(Error(error.Reason.ToString(), error.Message), error);
        return result.Features.FirstOrDefault() is { } best && best.Relevance >= minRelevance ? Found(best) : NotFound;
    }

    private static Outcome Found(GeocodingFeature place) => new(
    [
        Format(place.Center.Longitude),
        Format(place.Center.Latitude),
        place.PlaceName,
        place.PlaceTypes is [var type, ..] ? type.ToString() : "",
        Format(place.Relevance),
        "",
    ]);

    private static string[] Error(string reason, string message) => ["", "", "", "", "", $"{reason}: {message}"];

    private static string Format(double number) => number.ToString("0.########", CultureInfo.InvariantCulture);
}
