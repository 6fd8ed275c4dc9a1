namespace MapTiler;

public sealed partial class MapTilerUrlBuilder
{
    /// <summary>Returns the URL of the description of a tiled <see href="https://docs.maptiler.com/cloud/api/images/">image</see>.</summary>
    /// <param name="imageId">The id of the image, a UUID.</param>
    /// <exception cref="ArgumentException"><paramref name="imageId"/> is empty, <c>.</c> or <c>..</c>.</exception>
    public Uri ImageJson(string imageId)
    {
        var url = WriteImage(stackalloc char[UrlWriter.InitialLength], imageId);
        url.Literal("/image.json");
        return Finish(ref url);
    }

    /// <summary>Returns the URL of one tile of an image. The tiles refer to the pixels of the image, not to locations on the Earth.</summary>
    /// <param name="imageId">The id of the image, a UUID.</param>
    /// <param name="tile">The coordinate of the tile: zoom, column from the left and row from the top.</param>
    /// <exception cref="ArgumentException"><paramref name="imageId"/> is empty, <c>.</c> or <c>..</c>.</exception>
    public Uri ImageTile(string imageId, TileCoordinate tile)
    {
        var url = WriteImage(stackalloc char[UrlWriter.InitialLength], imageId);
        url.Literal('/');
        url.Tile(tile);
        return Finish(ref url);
    }

    private UrlWriter WriteImage(Span<char> buffer, string imageId)
    {
        var url = Write(buffer);
        url.Literal("/images/");
        url.Segment(imageId, nameof(imageId));
        return url;
    }
}
