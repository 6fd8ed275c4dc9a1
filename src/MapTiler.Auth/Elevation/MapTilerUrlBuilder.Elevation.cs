using MapTiler.Elevation;

namespace MapTiler;

public sealed partial class MapTilerUrlBuilder
{
    private const double MaxElevationLatitude = 85;

    /// <summary>The heights of 1 to 50 places. See <see href="https://docs.maptiler.com/cloud/api/elevation/">the Elevation API</see>.</summary>
    /// <param name="places">The places: longitudes between -180 and 180 but not these, latitudes -85 to 85.</param>
    /// <param name="unit">The unit of the answer.</param>
    /// <exception cref="ArgumentException">There are no places or more than 50.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A place is out of range.</exception>
    public Uri Elevation(IReadOnlyList<LngLat> places, ElevationUnit unit = ElevationUnit.Meters)
    {
        CheckBatch(places, Endpoints.Elevation, nameof(places));
        var url = Write(stackalloc char[UrlWriter.InitialLength]);
        url.Literal("/elevation/");
        for (var i = 0; i < places.Count; i++)
        {
            if (i > 0)
                url.Literal(';');
            WriteElevationPlace(ref url, places[i], nameof(places));
        }

        url.Literal(".json");
        switch (unit)
        {
            case ElevationUnit.Meters: break;
            case ElevationUnit.Feet: url.Parameter("unit", "feet"); break;
            default: throw new ArgumentOutOfRangeException(nameof(unit), "There is no such unit.");
        }

        return Finish(ref url);
    }

    internal static void WriteElevationPlace(ref UrlWriter url, LngLat place, string parameter)
    {
        if (!(place is { Longitude: > -180 and < 180, Latitude: >= -MaxElevationLatitude and <= MaxElevationLatitude }))
            throw new ArgumentOutOfRangeException(parameter, $"The place {place} has no height: the longitude must be between -180 and 180, without these, and the latitude between -85 and 85 degrees.");
        url.Place(place);
    }
}
