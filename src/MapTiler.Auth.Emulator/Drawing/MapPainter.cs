using MapTiler.Emulator.Geocoding;
using MapTiler.Emulator.World;
using SkiaSharp;

namespace MapTiler.Emulator.Drawing;

/// <summary>Paints maps.</summary>
internal sealed class MapPainter(Gazetteer gazetteer)
{
    // Not a round number, so that no point of a shape lies exactly on a side.
    private const double Margin = 24.137;
    private const float ShelfWidth = 14;
    private const int FirstZoomOfRivers = 3;
    private const int FirstZoomOfStates = 3;

    private readonly LabelPainter _labels = new(MapLabels.Of(gazetteer));

    public void Paint(SKCanvas canvas, Viewport view, MapTheme theme)
    {
        var bounds = view.Bounds.Grown(Margin / view.WorldSize);
        var world = WorldMap.At(view.Zoom);
        canvas.Clear(theme.Sea);
        PaintLand(canvas, view, theme, new(world.Land, bounds));
        if (!theme.IsImagery)
            Fill(canvas, view, new(world.Ice, bounds), theme.Ice);
        PaintInlandWater(canvas, view, theme, world, bounds);
        if (theme.HasLines)
            PaintBorders(canvas, view, theme, world, bounds);
        if (theme.HasNames)
            _labels.Paint(canvas, view, theme);
    }

    private static void PaintLand(SKCanvas canvas, Viewport view, MapTheme theme, ClippedArea land)
    {
        using var coast = Shapes.Edges(land, view);
        if (theme.IsImagery)
        {
            using var shelf = Line(theme.Coast, ShelfWidth);
            shelf.MaskFilter = SKMaskFilter.CreateBlur(SKBlurStyle.Normal, ShelfWidth / 3);
            canvas.DrawPath(coast, shelf);
            if (land.Inside() is not { Count: > 0 } polygons)
                return;
            using var ground = SatelliteGround.Shader(view);
            using var paint = new SKPaint { Shader = ground, IsAntialias = true };
            using var shape = Shapes.Polygons(polygons, view);
            canvas.DrawPath(shape, paint);
            return;
        }

        Fill(canvas, view, land, theme.Land);
        using var line = Line(theme.Coast, 0.7f);
        canvas.DrawPath(coast, line);
    }

    private static void PaintInlandWater(SKCanvas canvas, Viewport view, MapTheme theme, WorldDetail world, MercatorBounds bounds)
    {
        var lakes = new ClippedArea(world.Lakes, bounds);
        Fill(canvas, view, lakes, theme.Sea);
        using var line = Line(theme.Coast, 0.7f);
        if (!theme.IsImagery)
        {
            using var shores = Shapes.Edges(lakes, view);
            canvas.DrawPath(shores, line);
        }

        if (view.Zoom < FirstZoomOfRivers - 0.5)
            return;
        line.StrokeWidth = (float)Math.Clamp(0.4 * (view.Zoom - FirstZoomOfRivers + 1.5), 0.6, 2);
        using var rivers = Shapes.Lines(world.Rivers.SelectMany(bounds.Clip), view);
        canvas.DrawPath(rivers, line);
    }

    private static void PaintBorders(SKCanvas canvas, Viewport view, MapTheme theme, WorldDetail world, MercatorBounds bounds)
    {
        if (view.Zoom >= FirstZoomOfStates)
            PaintLines(world.StateBorders.Select(border => border.Path), 0.5, theme.Border.WithAlpha((byte)(theme.Border.Alpha * 0.7)), [3, 2]);
        PaintLines(world.Borders.Where(border => border.Disputed is not null).Select(border => border.Path), 0.6, theme.Border, [2, 2]);
        PaintLines(world.Borders.Where(border => border.Disputed is null).Select(border => border.Path), 0.6, theme.Border, []);

        void PaintLines(IEnumerable<MercatorPath> paths, double thinnest, SKColor color, float[] dashes)
        {
            using var line = Line(color, (float)Math.Clamp(thinnest + (view.Zoom * 0.12), thinnest, 1.6));
            using var dashed = dashes.Length == 0 ? null : SKPathEffect.CreateDash([.. dashes.Select(dash => dash * line.StrokeWidth)], 0);
            if (dashed is not null)
                (line.PathEffect, line.StrokeCap) = (dashed, SKStrokeCap.Butt);
            using var shape = Shapes.Lines(paths.SelectMany(bounds.Clip), view);
            canvas.DrawPath(shape, line);
        }
    }

    private static void Fill(SKCanvas canvas, Viewport view, ClippedArea area, SKColor color)
    {
        using var paint = new SKPaint { Color = color, IsAntialias = true };
        using var shape = Shapes.Polygons(area.Inside(), view);
        canvas.DrawPath(shape, paint);
    }

    private static SKPaint Line(SKColor color, float width) => new()
    {
        Color = color,
        Style = SKPaintStyle.Stroke,
        StrokeWidth = width,
        StrokeJoin = SKStrokeJoin.Round,
        StrokeCap = SKStrokeCap.Round,
        IsAntialias = true,
    };
}
