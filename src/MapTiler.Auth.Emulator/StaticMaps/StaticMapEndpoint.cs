using System.Globalization;
using System.Text.RegularExpressions;
using MapTiler.Emulator.Drawing;
using MapTiler.Emulator.Fonts;
using MapTiler.Emulator.Http;
using MapTiler.Emulator.Maps;
using MapTiler.Emulator.World;
using SkiaSharp;

namespace MapTiler.Emulator.StaticMaps;

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

    private static int ReadSize(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size is >= 1 and <= MaxSize
            ? size
            : throw new InvalidParameterException("size");

    [GeneratedRegex(@"^static/(?<area>[^/]+)/(?<width>-?\w+?)x(?<height>-?\w+?)(?<scale>@2x)?\.(?<format>\w+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}

/// <summary>Reads the requested part of the world: a center with a zoom, bounds, or the extent of the overlays.</summary>
internal static class StaticMapArea
{
    private const string Auto = "auto";
    private const double MaxZoom = 22;
    private const double MaxFittedZoom = 15;

    public static Viewport Read(string value, int width, int height, double padding, Overlays overlays)
    {
        if (value == Auto)
            return overlays.IsEmpty ? throw new InvalidParameterException("path or markers (one is needed)") : Fit(overlays.Bounds, width, height, padding);

        return CoordinateParser.Parse(value) switch
        {
            [var longitude, var latitude, var zoom] when CoordinateParser.AreValid(longitude, latitude) && zoom is >= 0 and <= MaxZoom =>
                Viewport.Around(longitude, latitude, zoom, width, height),
            [var west, var south, var east, var north]
                when CoordinateParser.AreValid(west, south) && CoordinateParser.AreValid(east, north) && west < east && south < north =>
                Fit(MercatorBounds.Around([MercatorPoint.From(west, north), MercatorPoint.From(east, south)]), width, height, padding),
            _ => throw new InvalidParameterException("area (out of bounds)"),
        };
    }

    private static Viewport Fit(MercatorBounds bounds, int width, int height, double padding)
    {
        var inner = 1 - (2 * padding);
        var worldSize = Math.Min(width * inner / (bounds.Right - bounds.Left), height * inner / (bounds.Bottom - bounds.Top));
        var zoom = Math.Clamp(Math.Log2(worldSize / 512), 0, MaxFittedZoom);
        return Viewport.Around(
            WebMercator.Longitude((bounds.Left + bounds.Right) / 2), WebMercator.Latitude((bounds.Top + bounds.Bottom) / 2), zoom, width, height);
    }
}

/// <summary>Writes the attribution of the data in a corner.</summary>
internal static class AttributionPainter
{
    private const string Text = "© MapTiler emulator, Natural Earth, GeoNames";
    private const float FontSize = 10;
    private const float Gap = 4;
    private const float Height = 15;

    /// <param name="canvas">The canvas.</param>
    /// <param name="corner">The corner, such as <c>bottomright</c>; <c>false</c> for no attribution.</param>
    /// <param name="width">Of the image.</param>
    /// <param name="height">Of the image.</param>
    public static void Paint(SKCanvas canvas, string corner, int width, int height)
    {
        if (corner == "false")
            return;
        using var font = new SKFont(MapFonts.Regular.Value, FontSize) { Subpixel = true, Edging = SKFontEdging.Antialias };
        var textWidth = font.MeasureText(Text);
        var left = corner.EndsWith("left", StringComparison.Ordinal) ? 0 : width - textWidth - (2 * Gap);
        var top = corner.StartsWith("top", StringComparison.Ordinal) ? 0 : height - Height;
        using var paint = new SKPaint { Color = SKColors.White.WithAlpha(190), IsAntialias = true };
        canvas.DrawRect(left, top, textWidth + (2 * Gap), Height, paint);
        paint.Color = new(0x33, 0x33, 0x33);
        canvas.DrawText(Text, left + Gap, top + Height - Gap, SKTextAlign.Left, font, paint);
    }
}
