namespace MapTiler;

public sealed partial class MapTilerUrlBuilder
{
    /// <summary>The features of a <see href="https://docs.maptiler.com/cloud/api/data/">data set</see> as GeoJSON.</summary>
    /// <param name="dataId">The UUID of the data set.</param>
    /// <exception cref="ArgumentException"><paramref name="dataId"/> is empty or a dot segment.</exception>
    public Uri DataFeatures(string dataId)
    {
        var url = Write(stackalloc char[UrlWriter.InitialLength]);
        url.Literal("/data/");
        url.Segment(dataId, nameof(dataId));
        url.Literal("/features.json");
        return Finish(ref url);
    }
}
