namespace MapTiler.Fonts;

/// <inheritdoc cref="IFontsClient"/>
internal sealed class FontsClient(RequestSender sender) : IFontsClient
{
    public Task<MapTilerContent> GetGlyphsAsync(string fontstack, int start, CancellationToken cancellationToken = default) =>
        sender.OpenRequiredAsync(Endpoints.Glyphs, urls => urls.Glyphs(fontstack, start), cancellationToken);
}
