using SkiaSharp;

namespace MapTiler.Emulator.Fonts;

/// <summary>The faces of Noto Sans in which all names are written, whatever the requested font is.</summary>
internal static class MapFonts
{
    public static readonly Lazy<SKTypeface> Regular = new(() => Load("Regular"));
    public static readonly Lazy<SKTypeface> Bold = new(() => Load("Bold"));
    public static readonly Lazy<SKTypeface> Italic = new(() => Load("Italic"));

    private static readonly string[] BoldWords = ["Bold", "Black", "Heavy", "Medium"];
    private static readonly string[] ItalicWords = ["Italic", "Oblique"];

    /// <summary>The face that is nearest to the first font of a stack.</summary>
    public static SKTypeface For(string fontstack)
    {
        var font = fontstack.Split(',')[0];
        return Array.Exists(ItalicWords, font.Contains) ? Italic.Value
            : Array.Exists(BoldWords, font.Contains) ? Bold.Value
            : Regular.Value;
    }

    private static SKTypeface Load(string face)
    {
        using var stream = typeof(MapFonts).Assembly.GetManifestResourceStream($"NotoSans-{face}.ttf")!;
        using var data = SKData.Create(stream);
        return SKTypeface.FromData(data) ?? throw new InvalidDataException($"The font NotoSans-{face} cannot be read.");
    }
}
