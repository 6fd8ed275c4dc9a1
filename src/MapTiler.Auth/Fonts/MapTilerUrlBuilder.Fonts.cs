namespace MapTiler;

public sealed partial class MapTilerUrlBuilder
{
    private const int GlyphsInRange = 256;
    private const int LastRange = 65280;

    /// <summary>Returns the URL of the <see href="https://docs.maptiler.com/cloud/api/fonts/">glyphs</see> of a range of 256 characters.</summary>
    /// <param name="fontstack">The font, or several fonts separated by commas, such as <c>Roboto Medium,Noto Sans Regular</c>.</param>
    /// <param name="start">The first code point of the range: a multiple of 256, 0 to 65280.</param>
    /// <exception cref="ArgumentException"><paramref name="fontstack"/> or one of its fonts is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="start"/> is not a multiple of 256 between 0 and 65280.</exception>
    public Uri Glyphs(string fontstack, int start)
    {
        if (start is < 0 or > LastRange || start % GlyphsInRange != 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(start), $"The glyph range cannot start at {start}. Ranges start at multiples of {GlyphsInRange}, from 0 to {LastRange}. Round down to such a multiple.");
        }

        Guard.NotNull(fontstack, nameof(fontstack));

        var url = Write(stackalloc char[UrlWriter.InitialLength]);
        url.Literal("/fonts/");
        var fonts = fontstack.Split(',');
        for (var i = 0; i < fonts.Length; i++)
        {
            if (i > 0)
                url.Literal(',');
            url.Segment(fonts[i].Trim(), nameof(fontstack));
        }

        url.Literal('/');
        url.Number(start);
        url.Literal('-');
        url.Number(start + GlyphsInRange - 1);
        url.Literal(".pbf");
        return Finish(ref url);
    }
}
