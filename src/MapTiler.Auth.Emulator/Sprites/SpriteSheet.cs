using SkiaSharp;

namespace MapTiler.Emulator;

/// <summary>The icons of a map, side by side, in the colours of its look.</summary>
internal static class SpriteSheet
{
    /// <summary>The name of the icon of a settlement.</summary>
    public const string Dot = "dot";

    private const int Height = 28;
    private const float Edge = 1.2f;

    private static readonly SKColor PinColour = new(0xC0, 0x39, 0x2B);

    private static readonly (string Name, int Width, int Height, Action<SKCanvas, SKRect, SKPaint> Draw)[] Icons =
    [
        (Dot, 8, 8, (canvas, room, paint) => canvas.DrawOval(room, paint)),
        ("pin", 20, Height, (canvas, room, _) => Pin.Draw(canvas, room.MidX, room.Bottom, PinColour)),
        ("circle", 16, 16, (canvas, room, paint) => canvas.DrawOval(room, paint)),
        ("square", 16, 16, (canvas, room, paint) => canvas.DrawRect(room, paint)),
        ("triangle", 16, 16, (canvas, room, paint) => DrawStar(canvas, room, paint, corners: 3, depth: 0.5)),
        ("star", 16, 16, (canvas, room, paint) => DrawStar(canvas, room, paint, corners: 5, depth: 0.4)),
    ];

    public static byte[] Draw(MapTheme theme, int pixelRatio) => Picture.Draw(Icons.Sum(i => i.Width), Height, pixelRatio, "png", canvas =>
    {
        using var paint = new SKPaint { IsAntialias = true };
        var left = 0;
        foreach (var icon in Icons)
        {
            var room = SKRect.Create(left, 0, icon.Width, icon.Height);
            if (icon.Name != "pin")
                room.Inflate(-Edge, -Edge);
            paint.Color = theme.PlaceName;
            paint.Style = SKPaintStyle.Fill;
            icon.Draw(canvas, room, paint);
            paint.Color = theme.Halo;
            paint.Style = SKPaintStyle.Stroke;
            paint.StrokeWidth = Edge;
            if (icon.Name != "pin")
                icon.Draw(canvas, room, paint);
            left += icon.Width;
        }
    });

    public static Answer Index(int pixelRatio) => JsonAnswer.Write(json =>
    {
        json.WriteStartObject();
        var left = 0;
        foreach (var (name, width, height, _) in Icons)
        {
            json.WriteStartObject(name);
            json.WriteNumber("x", left * pixelRatio);
            json.WriteNumber("y", 0);
            json.WriteNumber("width", width * pixelRatio);
            json.WriteNumber("height", height * pixelRatio);
            json.WriteNumber("pixelRatio", pixelRatio);
            json.WriteEndObject();
            left += width;
        }

        json.WriteEndObject();
    });

    private static void DrawStar(SKCanvas canvas, SKRect room, SKPaint paint, int corners, double depth)
    {
        using var builder = new SKPathBuilder();
        for (var i = 0; i < 2 * corners; i++)
        {
            var (angle, radius) = (Math.PI * i / corners, room.Width / 2 * (i % 2 == 0 ? 1 : depth));
            var (x, y) = (room.MidX + (float)(radius * Math.Sin(angle)), room.MidY - (float)(radius * Math.Cos(angle)));
            if (i == 0)
                builder.MoveTo(x, y);
            else
                builder.LineTo(x, y);
        }

        builder.Close();
        using var star = builder.Detach();
        canvas.DrawPath(star, paint);
    }
}
