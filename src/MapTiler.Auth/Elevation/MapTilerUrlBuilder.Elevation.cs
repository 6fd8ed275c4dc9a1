using MapTiler.Elevation;

namespace MapTiler;

public sealed partial class MapTilerUrlBuilder
{
    private const double MaxElevationLatitude = 85;

    /// <summary>Builds the URL of an <see href="https://docs.maptiler.com/cloud/api/elevation/">elevation request</see> for 1 to 50 locations.</summary>
    /// <param name="locations">The locations: longitudes between -180 and 180 degrees, both excluded, and latitudes from -85 to 85 degrees.</param>
    /// <param name="options">The options; <see langword="null"/> for meters.</param>
    /// <exception cref="ArgumentException">There are no locations or more than 50.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A location or an option is out of range.</exception>
    public Uri Elevation(IReadOnlyList<LngLat> locations, ElevationOptions? options = null)
    {
        var url = WriteBatch(
            stackalloc char[UrlWriter.InitialLength], Endpoints.Elevation, locations, static (ref url, location) => WriteElevationLocation(ref url, location, nameof(locations)), nameof(locations));
        WriteElevationSuffix(ref url, options);
        return Finish(ref url);
    }

    internal Uri Elevation(LngLat location, ElevationOptions? options)
    {
        var url = Write(stackalloc char[UrlWriter.InitialLength]);
        url.Literal(Endpoints.Elevation.ItemsPath);
        WriteElevationLocation(ref url, location, nameof(location));
        WriteElevationSuffix(ref url, options);
        return Finish(ref url);
    }

    internal static void WriteElevationSuffix(ref UrlWriter url, ElevationOptions? options)
    {
        url.Literal(".json");
        switch (options?.Unit)
        {
            case null or ElevationUnit.Meters: break;
            case ElevationUnit.Feet: url.Parameter("unit", "feet"); break;
            default: throw Guard.OptionRange(nameof(options.Unit), "The unit must be meters or feet.");
        }
    }

    internal static void WriteElevationLocation(ref UrlWriter url, LngLat location, string parameter)
    {
        if (!(location is { Longitude: > -180 and < 180, Latitude: >= -MaxElevationLatitude and <= MaxElevationLatitude }))
            throw new ArgumentOutOfRangeException(parameter, $"The service has no elevation at {location}: the longitude must be between -180 and 180 degrees, both excluded, and the latitude between -85 and 85 degrees.");
        url.Location(location);
    }
}
