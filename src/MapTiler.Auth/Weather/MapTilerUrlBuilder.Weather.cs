namespace MapTiler;

public sealed partial class MapTilerUrlBuilder
{
    /// <summary>
    /// Returns the URL of the variables of the latest weather forecast and their keyframes, each of which is a tileset. See
    /// <see href="https://docs.maptiler.com/cloud/api/weather/">the Weather API</see>.
    /// </summary>
    public Uri Weather()
    {
        var url = Write(stackalloc char[UrlWriter.InitialLength]);
        url.Literal("/weather/latest.json");
        return Finish(ref url);
    }
}
