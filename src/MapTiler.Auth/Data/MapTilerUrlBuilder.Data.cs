namespace MapTiler;

public sealed partial class MapTilerUrlBuilder
{
    /// <summary>Returns the URL of the features of a <see href="https://docs.maptiler.com/cloud/api/data/">dataset</see> as GeoJSON.</summary>
    /// <param name="dataId">The id of the dataset, a UUID.</param>
    /// <exception cref="ArgumentException"><paramref name="dataId"/> is empty, <c>.</c> or <c>..</c>.</exception>
    public Uri DataFeatures(string dataId)
    {
        var url = Write(stackalloc char[UrlWriter.InitialLength]);
        url.Literal("/data/");
        url.Segment(dataId, nameof(dataId));
        url.Literal("/features.json");
        return Finish(ref url);
    }
}
