using MapTiler.Geolocation;

namespace MapTiler;

public sealed partial class MapTilerUrlBuilder
{
    /// <summary>
    /// Returns the URL of the location of the client that requests it, by its IP address. See
    /// <see href="https://docs.maptiler.com/cloud/api/geolocation/">the Geolocation API</see>.
    /// </summary>
    /// <param name="options">What the response contains; <see langword="null"/> for the defaults.</param>
    public Uri Geolocation(GeolocationOptions? options = null)
    {
        var url = Write(stackalloc char[UrlWriter.InitialLength]);
        url.Literal("/geolocation/ip.json");
        if (options is { Elevation: true })
            url.Parameter("elevation", true);
        return Finish(ref url);
    }
}
