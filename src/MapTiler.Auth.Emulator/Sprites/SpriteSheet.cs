using SkiaSharp;

namespace MapTiler.Emulator;

/// <summary>The icons of every map: a dot and a pin, side by side.</summary>
internal static class SpriteSheet
{
    /// <summary>The name of the first icon.</summary>
    public const string Dot = "dot";

    private const int DotSize = 16;
    private const int PinWidth = 20;
    private const int Height = 28;

    private static readonly SKColor Colour = new(0xC0, 0x39, 0x2B);

    public static byte[] Draw(int pixelRatio) => Picture.Draw(DotSize + PinWidth, Height, pixelRatio, "png", canvas =>
    {
        using var paint = new SKPaint { Color = Colour, IsAntialias = true };
        canvas.DrawCircle(DotSize / 2f, DotSize / 2f, (DotSize / 2f) - 1, paint);
        Pin.Draw(canvas, DotSize + (PinWidth / 2f), Height, Colour);
    });

    public static Answer Index(int pixelRatio) => JsonAnswer.Write(json =>
    {
        json.WriteStartObject();
        Write(Dot, 0, DotSize, DotSize);
        Write("pin", DotSize, PinWidth, Height);
        json.WriteEndObject();

        void Write(string name, int x, int width, int height)
        {
            json.WriteStartObject(name);
            json.WriteNumber("x", x * pixelRatio);
            json.WriteNumber("y", 0);
            json.WriteNumber("width", width * pixelRatio);
            json.WriteNumber("height", height * pixelRatio);
            json.WriteNumber("pixelRatio", pixelRatio);
            json.WriteEndObject();
        }
    });
}
