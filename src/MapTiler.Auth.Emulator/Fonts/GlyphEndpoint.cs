using System.Globalization;
using System.Text.RegularExpressions;

namespace MapTiler.Emulator;

/// <summary><c>/fonts/{fontstack}/{start}-{end}.pbf</c>: any font, with a space as its only glyph.</summary>
internal sealed partial class GlyphEndpoint() : ResourceEndpoint("fonts")
{
    private const string ContentType = "application/x-protobuf";
    private const int RangeLength = 256;
    private const int LastStart = 65280;
    private const int Space = ' ';
    private const int SpaceAdvance = 6;

    protected override bool IsResource(string resource) => Pattern().IsMatch(resource);

    protected override Answer? Respond(IncomingRequest request, string id, string resource)
    {
        var parts = Pattern().Match(resource).Groups;
        if (!TryRead(parts[1].Value, out var start) || !TryRead(parts[2].Value, out var end)
            || start % RangeLength != 0 || start > LastStart || end != start + RangeLength - 1)
            throw new InvalidParameterException("range");

        var glyphs = new ProtobufWriter();
        glyphs.Message(1, stack =>
        {
            stack.Text(1, id);
            stack.Text(2, string.Create(CultureInfo.InvariantCulture, $"{start}-{end}"));
            if (start == 0)
                stack.Message(3, WriteSpace);
        });
        return Answer.Bytes(ContentType, glyphs.Written);
    }

    private static void WriteSpace(ProtobufWriter glyph)
    {
        glyph.Number(1, Space);
        glyph.Number(3, 0);
        glyph.Number(4, 0);
        glyph.Number(5, 0);
        glyph.Number(6, 0);
        glyph.Number(7, SpaceAdvance);
    }

    private static bool TryRead(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    [GeneratedRegex(@"^(-?\d+)-(-?\d+)\.pbf$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
