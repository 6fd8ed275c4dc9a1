using System.Collections.Concurrent;
using SkiaSharp;

namespace MapTiler.Emulator;

/// <summary>The glyphs of 256 characters in a row.</summary>
internal static class GlyphRange
{
    public const int Length = 256;

    private static readonly ConcurrentDictionary<(SKTypeface Face, int Start), SignedDistanceGlyph[]> Drawn = new();

    /// <summary>The glyphs that the font nearest to a fontstack has, drawn once.</summary>
    public static SignedDistanceGlyph[] Of(string fontstack, int start) => Drawn.GetOrAdd((MapFonts.For(fontstack), start), static range =>
    {
        using var font = new SKFont(range.Face, SignedDistanceGlyph.Size) { Hinting = SKFontHinting.None, Subpixel = true, LinearMetrics = true };
        return [.. Enumerable.Range(range.Start, Length).Select(c => SignedDistanceGlyph.Draw(font, c)).OfType<SignedDistanceGlyph>()];
    });
}
