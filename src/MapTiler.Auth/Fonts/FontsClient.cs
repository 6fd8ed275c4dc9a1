namespace MapTiler.Fonts;

/// <summary>
/// The client of the <see href="https://docs.maptiler.com/cloud/api/fonts/">Fonts API</see>, which provides the glyphs of map labels. All members are safe for concurrent
/// use.
/// </summary>
public class FontsClient
{
    private readonly RequestSender _sender;

    /// <summary>Creates an instance for mocking, whose methods must be overridden.</summary>
    protected FontsClient() => _sender = null!;

    internal FontsClient(RequestSender sender) => _sender = sender;

    /// <summary>Gets the glyphs of a range of 256 characters, as a protocol buffer.</summary>
    /// <param name="fontstack">The font, or several fonts separated by commas, such as <c>Roboto Medium,Noto Sans Regular</c>.</param>
    /// <param name="start">The first code point of the range: a multiple of 256, 0 to 65280.</param>
    /// <param name="cancellationToken">A token that cancels the request.</param>
    /// <returns>The glyphs, which the caller must dispose.</returns>
    /// <exception cref="ArgumentException"><paramref name="fontstack"/> or one of its fonts is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="start"/> is not a multiple of 256 between 0 and 65280.</exception>
    /// <exception cref="MapTilerException">The request failed.</exception>
    public virtual Task<MapTilerContent> GetGlyphsAsync(string fontstack, int start, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(ApiRequest.ForRequiredFile(Endpoints.Glyphs, urls => urls.Glyphs(fontstack, start)), cancellationToken);
}
