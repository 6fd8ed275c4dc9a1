namespace MapTiler;

public sealed partial class MapTilerUrlBuilder
{
    /// <summary>Where the caller is by the IP address. See <see href="https://docs.maptiler.com/cloud/api/geolocation/">the Geolocation API</see>.</summary>
    /// <param name="elevation">Whether the answer has the height of the place too.</param>
    public Uri Geolocation(bool elevation = false)
    {
        var url = Write(stackalloc char[UrlWriter.InitialLength]);
        url.Literal("/geolocation/ip.json");
        if (elevation)
            url.Parameter("elevation", true);
        return Finish(ref url);
    }
}
