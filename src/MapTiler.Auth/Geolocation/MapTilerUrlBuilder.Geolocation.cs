namespace MapTiler;

public sealed partial class MapTilerUrlBuilder
{
    /// <summary>
    /// Returns the URL of the location of the client that requests it, by its IP address. See
    /// <see href="https://docs.maptiler.com/cloud/api/geolocation/">the Geolocation API</see>.
    /// </summary>
    /// <param name="elevation">Whether the response contains the elevation of the location.</param>
    public Uri Geolocation(bool elevation = false)
    {
        var url = Write(stackalloc char[UrlWriter.InitialLength]);
        url.Literal("/geolocation/ip.json");
        if (elevation)
            url.Parameter("elevation", true);
        return Finish(ref url);
    }
}
