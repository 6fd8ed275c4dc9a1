using SkiaSharp;

namespace MapTiler.Emulator;

/// <summary>Paints land, places and a grid, so that a person sees where a picture belongs.</summary>
internal sealed class MapPainter(Gazetteer gazetteer)
{
    private const double Margin = 8;
    private const int MinPopulation = 1000;
    private const double PopulationAtZoom0 = 8e6;
    private const int GridCell = 128;

    public void Paint(SKCanvas canvas, Viewport view, MapTheme theme)
    {
        canvas.Clear(theme.Sea);
        PaintCountries(canvas, view, theme);
        PaintGrid(canvas, view, theme);
        PaintPlaces(canvas, view, theme);
    }

    private static void PaintCountries(SKCanvas canvas, Viewport view, MapTheme theme)
    {
        using var border = new SKPaint { Color = theme.Border, Style = SKPaintStyle.Stroke, StrokeWidth = 1, IsAntialias = true };
        var box = view.Box.Grown(Margin / view.WorldSize);
        for (var i = 0; i < WorldMap.Countries.Count; i++)
        {
            using var land = new SKPaint { Color = theme.Land[i % theme.Land.Length], IsAntialias = true };
            foreach (var rings in WorldMap.Countries[i].Clip(box))
            {
                using var path = Shapes.Polygon(rings, view);
                canvas.DrawPath(path, land);
                canvas.DrawPath(path, border);
            }
        }
    }

    /// <summary>Lines that divide every tile alike.</summary>
    private static void PaintGrid(SKCanvas canvas, Viewport view, MapTheme theme)
    {
        using var line = new SKPaint { Color = theme.Border.WithAlpha(40), StrokeWidth = 1 };
        var cells = Math.Pow(2, Math.Round(view.Zoom)) * 512 / GridCell;
        for (var column = Math.Ceiling(view.Box.Left * cells); column <= view.Box.Right * cells; column++)
        {
            var (x, _) = view.ToPicture(new(column / cells, 0));
            canvas.DrawLine(x, 0, x, (float)view.Height, line);
        }

        for (var row = Math.Ceiling(view.Box.Top * cells); row <= view.Box.Bottom * cells; row++)
        {
            var (_, y) = view.ToPicture(new(0, row / cells));
            canvas.DrawLine(0, y, (float)view.Width, y, line);
        }
    }

    private void PaintPlaces(SKCanvas canvas, Viewport view, MapTheme theme)
    {
        using var dot = new SKPaint { Color = theme.Place, IsAntialias = true };
        var population = Math.Max(MinPopulation, PopulationAtZoom0 / Math.Pow(3, view.Zoom));
        foreach (var place in gazetteer.Settlements.Within(view.Box.Grown(Margin / view.WorldSize).ToGeoBox()))
        {
            if (place.Population < population)
                continue;
            var (x, y) = view.ToPicture(MercatorPoint.From(place.Longitude, place.Latitude));
            foreach (var turn in view.Box.Turns)
                canvas.DrawCircle(x + (float)(turn * view.WorldSize), y, (float)Math.Clamp(Math.Log10(place.Population) - 2.5, 1, 4), dot);
        }
    }
}
