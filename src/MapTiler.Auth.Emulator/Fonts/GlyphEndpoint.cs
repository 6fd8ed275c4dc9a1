using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using MapTiler.Emulator.Endpoints;
using MapTiler.Emulator.Http;
using ProtoBuf;
using SkiaSharp;

namespace MapTiler.Emulator.Fonts;

/// <summary><c>/fonts/{fontstack}/{start}-{end}.pbf</c>: any font, drawn with the most similar face of Noto Sans.</summary>
internal sealed partial class GlyphEndpoint() : ResourceEndpoint("fonts")
{
    private const string ContentType = "application/x-protobuf";
    private const int LastStart = 65280;

    protected override bool IsResource(string resource) => Pattern().IsMatch(resource);

    protected override Response? Respond(IncomingRequest request, string id, string resource)
    {
        var parts = Pattern().Match(resource).Groups;
        if (!TryRead(parts[1].Value, out var start) || !TryRead(parts[2].Value, out var end)
            || start % GlyphRange.Length != 0 || start > LastStart || end != start + GlyphRange.Length - 1)
            throw new InvalidParameterException("range");

        using var content = new MemoryStream();
        var range = string.Create(CultureInfo.InvariantCulture, $"{start}-{end}");
        Serializer.Serialize(content, new GlyphStacks(new(id, range, GlyphRange.Of(id, start))));
        return Response.Bytes(ContentType, content.ToArray());
    }

    private static bool TryRead(string value, out int number) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    [GeneratedRegex(@"^(-?\d+)-(-?\d+)\.pbf$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}

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
