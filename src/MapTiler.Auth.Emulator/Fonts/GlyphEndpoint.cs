using System.Globalization;
using System.Text.RegularExpressions;
using ProtoBuf;

namespace MapTiler.Emulator;

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

    private static bool TryRead(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    [GeneratedRegex(@"^(-?\d+)-(-?\d+)\.pbf$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
