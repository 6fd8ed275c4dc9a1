namespace MapTiler.Fonts;

/// <summary>Glyphs for the labels of maps. See <see href="https://docs.maptiler.com/cloud/api/fonts/">the Fonts API</see>. Safe for concurrent use.</summary>
public class FontsClient
{
    private readonly RequestSender _sender;

    /// <summary>Creates an instance for mocking, whose methods must be overridden.</summary>
    protected FontsClient() => _sender = null!;

    internal FontsClient(RequestSender sender) => _sender = sender;

    /// <summary>Gets the glyphs of 256 characters as a protocol buffer.</summary>
    /// <param name="fontstack">One font or several joined by commas, such as <c>Roboto Medium,Noto Sans Regular</c>.</param>
    /// <param name="start">The first character: a multiple of 256, 0 to 65280.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The glyphs. Dispose them.</returns>
    /// <exception cref="ArgumentException">The font stack or one of its fonts is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="start"/> is not the start of a range.</exception>
    /// <exception cref="MapTilerException">The call failed.</exception>
    public virtual Task<MapTilerContent> GetGlyphsAsync(string fontstack, int start, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(ApiRequest.ForRequiredStream(Endpoints.Glyphs, urls => urls.Glyphs(fontstack, start)), cancellationToken);
}
