using MapTiler.Emulator.Drawing;
using MapTiler.Emulator.World;
using SkiaSharp;

namespace MapTiler.Emulator.StaticMaps;

/// <summary>The paths and markers on a static map.</summary>
internal sealed record Overlays(IReadOnlyList<StaticMapPath> Paths, IReadOnlyList<StaticMapMarker> Markers)
{
    public bool IsEmpty => Paths.Count == 0 && Markers.Count == 0;

    /// <summary>The bounds of all overlays. There must be at least one.</summary>
    public MercatorBounds Bounds => MercatorBounds.Around(
    [
        .. Paths.SelectMany(Project),
        .. Markers.Select(m => MercatorPoint.From(m.Longitude, m.Latitude)),
    ]);

    public void Draw(SKCanvas canvas, Viewport view)
    {
        foreach (var worldOffset in view.Bounds.WorldOffsets)
        {
            using var moved = new SKAutoCanvasRestore(canvas);
            canvas.Translate((float)(worldOffset * view.WorldSize), 0);
            foreach (var path in Paths)
                DrawPath(canvas, view, path);
            foreach (var marker in Markers)
                DrawMarker(canvas, view, marker);
        }
    }

    private static void DrawPath(SKCanvas canvas, Viewport view, StaticMapPath path)
    {
        MercatorPoint[] points = [.. Project(path)];
        using var line = points[0] == points[^1] ? Shapes.Polygons([[points[..^1]]], view) : Shapes.Lines([points], view);
        using var paint = new SKPaint { IsAntialias = true };
        if (path.Fill is { } fill)
        {
            paint.Color = fill;
            canvas.DrawPath(line, paint);
        }

        if (path.Stroke is not { } stroke || path.Width == 0)
            return;
        paint.Color = stroke;
        paint.Style = SKPaintStyle.Stroke;
        paint.StrokeWidth = (float)path.Width;
        paint.StrokeJoin = SKStrokeJoin.Round;
        canvas.DrawPath(line, paint);
    }

    private static void DrawMarker(SKCanvas canvas, Viewport view, StaticMapMarker marker)
    {
        var (x, y) = view.ToImage(MercatorPoint.From(marker.Longitude, marker.Latitude));
        if (marker.Anchor is not { } anchor)
        {
            Pin.Draw(canvas, x, y, marker.Color);
            return;
        }

        // The emulator does not fetch the icon; it draws a pin instead.
        var right = Share(anchor, "left", "right") * Pin.Width;
        var down = Share(anchor, "top", "bottom") * Pin.Height;
        Pin.Draw(canvas, x + right, y + down + (Pin.Height / 2), marker.Color);

        static float Share(string anchor, string before, string after) =>
            anchor.Contains(before, StringComparison.Ordinal) ? 0.5f : anchor.Contains(after, StringComparison.Ordinal) ? -0.5f : 0;
    }

    private static IEnumerable<MercatorPoint> Project(StaticMapPath path)
    {
        var worldOffsets = 0;
        double? last = null;
        foreach (var (longitude, latitude) in path.Positions)
        {
            if (path.IsShortest && last is { } before)
                worldOffsets += longitude - before > 180 ? -1 : before - longitude > 180 ? 1 : 0;
            last = longitude;
            yield return MercatorPoint.From(longitude + (360 * worldOffsets), latitude);
        }
    }
}

/// <summary>A line or, if it has a fill, an area.</summary>
/// <param name="Positions">At least two.</param>
/// <param name="Fill">Null for none.</param>
/// <param name="Stroke">Null for none.</param>
/// <param name="Width">Of the line, in points.</param>
/// <param name="IsShortest">Whether it may cross the antimeridian.</param>
internal sealed record StaticMapPath(
    IReadOnlyList<(double Longitude, double Latitude)> Positions, SKColor? Fill, SKColor? Stroke, double Width, bool IsShortest)
{
    public const string DefaultFill = "rgba(255,255,255,0.4)";
    public const string DefaultStroke = "rgba(0,64,255,0.7)";
    public const double DefaultWidth = 1;
}

/// <summary>A marker at a location.</summary>
/// <param name="Longitude">In degrees.</param>
/// <param name="Latitude">In degrees.</param>
/// <param name="Color">Of the pin.</param>
/// <param name="Anchor">The point of an icon that is at the location; null for a pin.</param>
internal sealed record StaticMapMarker(double Longitude, double Latitude, SKColor Color, string? Anchor);
