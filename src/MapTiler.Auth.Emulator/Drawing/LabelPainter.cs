using MapTiler.Emulator.Fonts;
using MapTiler.Emulator.World;
using SkiaSharp;

namespace MapTiler.Emulator.Drawing;

/// <summary>
/// Writes names on a map, the important ones first, none over another. It looks far beyond the image, so that the images of
/// neighboring tiles agree on a name that lies in both.
/// </summary>
internal sealed class LabelPainter(MapLabels labels)
{
    private const double Margin = 320;
    private const float Gap = 4;
    private const float DotRadius = 2.2f;
    private const float HaloWidth = 2.4f;
    private const int FirstZoomOfSettlements = 3;

    public void Paint(SKCanvas canvas, Viewport view, MapTheme theme)
    {
        var bounds = view.Bounds.Grown(Margin / view.WorldSize);
        var taken = new List<SKRect>();
        var image = new SKRect(0, 0, (float)view.Width, (float)view.Height);
        foreach (var label in labels.Within(bounds, view.Zoom))
        {
            if (label.Kind == MapLabelKind.Settlement && view.Zoom < FirstZoomOfSettlements)
                continue;
            using var font = Font(label);
            var text = label.Kind == MapLabelKind.Country ? label.Name.ToUpperInvariant() : label.Name;
            if (!font.ContainsGlyphs(text))
                continue;
            var width = font.MeasureText(text);
            for (var worldOffset = (int)Math.Ceiling(bounds.Left - label.Location.X); worldOffset <= Math.Floor(bounds.Right - label.Location.X); worldOffset++)
            {
                var (x, y) = view.ToImage(label.Location with { X = label.Location.X + worldOffset });
                var hasDot = label.Kind == MapLabelKind.Settlement;
                var baseline = hasDot ? y - 6 : y + (font.Size / 3);
                var room = new SKRect(x - (width / 2) - Gap, baseline - font.Size, x + (width / 2) + Gap, hasDot ? y + DotRadius + 2 : baseline + Gap);
                if (taken.Exists(other => other.IntersectsWith(room)))
                    continue;
                taken.Add(room);
                if (room.IntersectsWith(image))
                    Write(canvas, theme, label, text, font, new(x, baseline), hasDot ? new(x, y) : null);
            }
        }
    }

    private static SKFont Font(MapLabel label)
    {
        var (face, size) = label.Kind switch
        {
            MapLabelKind.Country => (MapFonts.Bold, label.Rank <= 3 ? 12f : 10.5f),
            MapLabelKind.Sea => (MapFonts.Italic, label.Class == "ocean" ? 14f : 12f),
            _ when IsCapital(label) => (MapFonts.Bold, 13f),
            _ => (MapFonts.Regular, label.Rank <= 2 ? 13f : label.Rank <= 5 ? 12f : 11f),
        };
        return new(face.Value, size) { Subpixel = true, Edging = SKFontEdging.Antialias, Hinting = SKFontHinting.None };
    }

    private static bool IsCapital(MapLabel label) => label.Place is { } place && WorldMap.Capitals.Contains(place.Id);

    private static void Write(SKCanvas canvas, MapTheme theme, MapLabel label, string text, SKFont font, SKPoint at, SKPoint? dot)
    {
        var isSea = label.Kind == MapLabelKind.Sea;
        var color = label.Kind == MapLabelKind.Country ? theme.CountryName : isSea ? theme.SeaName : theme.PlaceName;
        using var ink = new SKPaint { Color = color, IsAntialias = true };
        using var halo = new SKPaint
        {
            Color = isSea ? theme.SeaHalo ?? theme.Sea.WithAlpha(160) : theme.Halo,
            Style = SKPaintStyle.Stroke,
            StrokeWidth = HaloWidth,
            StrokeJoin = SKStrokeJoin.Round,
            IsAntialias = true,
        };
        if (dot is { } point)
        {
            canvas.DrawCircle(point, DotRadius, halo);
            canvas.DrawCircle(point, DotRadius, ink);
        }

        canvas.DrawText(text, at.X, at.Y, SKTextAlign.Center, font, halo);
        canvas.DrawText(text, at.X, at.Y, SKTextAlign.Center, font, ink);
    }
}
