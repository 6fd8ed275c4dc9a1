namespace MapTiler;

public sealed partial class MapTilerUrlBuilder
{
    /// <summary>What an <see href="https://docs.maptiler.com/cloud/api/images/">image</see> that was cut into tiles is like.</summary>
    /// <param name="imageId">The UUID of the image.</param>
    /// <exception cref="ArgumentException"><paramref name="imageId"/> is empty or a dot segment.</exception>
    public Uri ImageJson(string imageId)
    {
        var url = WriteImage(stackalloc char[UrlWriter.InitialLength], imageId);
        url.Literal("/image.json");
        return Finish(ref url);
    }

    /// <summary>One tile of an image. Its pyramid is one of pixels, not of the Earth.</summary>
    /// <param name="imageId">The UUID of the image.</param>
    /// <param name="tile">The tile, counted from the upper left corner.</param>
    /// <exception cref="ArgumentException"><paramref name="imageId"/> is empty or a dot segment.</exception>
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
