using System.Globalization;
using System.Text.RegularExpressions;

namespace MapTiler.Emulator;

/// <summary><c>/maps/{mapId}/static/{area}/{width}x{height}{@2x}.{format}</c>: one image of a map, with paths and markers on it.</summary>
internal sealed partial class StaticMapEndpoint(MapCatalog maps, MapPainter painter) : MapEndpoint(maps)
{
    private const int MaxSize = 2048;
    private const int Cost = 15;
    private const double DefaultPadding = 0.1;
    private const double MaxPadding = 0.49;

    public override bool RejectsWithImage => true;

    public override bool NeedsPaidPlan(string rawPath) => true;

    protected override bool IsResource(string resource) => Pattern().IsMatch(resource);

    protected override Response Draw(IncomingRequest request, string mapId, string resource)
    {
        var parts = Pattern().Match(resource).Groups;
        var (width, height) = (ReadSize(parts["width"].Value), ReadSize(parts["height"].Value));
        var format = parts["format"].Value;
        var mediaType = ImageFormat.MediaType(format) ?? throw new InvalidParameterException("format");

        var parameters = new ParameterReader(request);
        var attribution = parameters.OneOf("attribution", "bottomright", "bottomleft", "topleft", "topright", "false") ?? "bottomright";
        var padding = parameters.Number("padding", DefaultPadding, 0, MaxPadding);
        var reader = new OverlayReader(parameters);
        var overlays = new Overlays(reader.ReadPaths(), reader.ReadMarkers());
        var view = StaticMapArea.Read(parts["area"].Value, width, height, padding, overlays);

        var image = RasterImage.Draw(width, height, parts["scale"].Success ? 2 : 1, format, canvas =>
        {
            painter.Paint(canvas, view, MapTheme.For(mapId));
            overlays.Draw(canvas, view);
            AttributionPainter.Paint(canvas, attribution, width, height);
        });
        return Response.Bytes(mediaType, image, Cost);
    }

    private static int ReadSize(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size is >= 1 and <= MaxSize
            ? size
            : throw new InvalidParameterException("size");

    [GeneratedRegex(@"^static/(?<area>[^/]+)/(?<width>-?\w+?)x(?<height>-?\w+?)(?<scale>@2x)?\.(?<format>\w+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
